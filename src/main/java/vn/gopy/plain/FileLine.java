package vn.gopy.plain;

import java.util.List;
import java.util.UUID;
import vn.gopy.opinion.CommentFile;
import vn.gopy.opinion.CommentId;
import vn.gopy.shared.Figures;

/**
 * A file of an opinion, as a plain page prints it.
 *
 * @param address from where it is taken down, which is that of the screens
 */
record FileLine(UUID id, String name, String size, String address) {

    static List<FileLine> of(CommentId comment, List<CommentFile> files) {
        return files.stream()
                .map(file -> new FileLine(file.id(), file.name(), Figures.bytes(file.size()), file.address(comment)))
                .toList();
    }
}
