package vn.gopy.document.extract.pdf;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageTree;

/**
 * Puts the page tree of a file in order where it is odd: programs look up pages by the numbers that the tree states, and
 * a page that no number leads to would be missed in silence.
 */
final class PageTree {

    private static final List<COSName> INHERITED =
            List.of(COSName.RESOURCES, COSName.MEDIA_BOX, COSName.CROP_BOX, COSName.ROTATE);

    private final Set<COSDictionary> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<COSDictionary> pages = new ArrayList<>();
    private boolean odd;

    private PageTree() {}

    /** Afterwards every page of the file is found under its number. */
    static void mend(PDDocument document) {
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary root = catalog.getCOSDictionary(COSName.PAGES);
        var tree = new PageTree();
        if (root != null) {
            tree.count(root);
        }
        if (tree.pages.isEmpty()) {
            tree.odd = true;
            for (COSObject any : document.getDocument().getObjectsByType(COSName.PAGE)) {
                if (any.getObject() instanceof COSDictionary page && tree.seen.add(page)) {
                    tree.pages.add(page);
                }
            }
        }
        if (tree.odd && !tree.pages.isEmpty()) {
            catalog.setItem(COSName.PAGES, tree.flat());
        }
    }

    /** How many pages stand below; what is no tree is a page. */
    private int count(COSDictionary node) {
        if (!seen.add(node)) {
            odd = true;
            return 0;
        }
        if (!(node.getDictionaryObject(COSName.KIDS) instanceof COSArray kids)) {
            boolean page = !COSName.PAGES.equals(node.getCOSName(COSName.TYPE));
            odd |= !page || pages.isEmpty() && node.getDictionaryObject(COSName.PARENT) == null;
            if (page) {
                pages.add(node);
            }
            return page ? 1 : 0;
        }
        int count = 0;
        for (int i = 0; i < kids.size(); i++) {
            COSBase kid = kids.getObject(i);
            if (kid instanceof COSDictionary below) {
                count += count(below);
            } else {
                odd = true;
            }
        }
        odd |= count != node.getInt(COSName.COUNT, -1);
        return count;
    }

    private COSDictionary flat() {
        var root = new COSDictionary();
        var kids = new COSArray();
        for (COSDictionary page : pages) {
            for (COSName name : INHERITED) {
                COSBase inherited = PDPageTree.getInheritableAttribute(page, name);
                if (inherited != null) {
                    page.setItem(name, inherited);
                }
            }
            page.setItem(COSName.TYPE, COSName.PAGE);
            page.setItem(COSName.PARENT, root);
            kids.add(new PDPage(page));
        }
        root.setItem(COSName.TYPE, COSName.PAGES);
        root.setItem(COSName.KIDS, kids);
        root.setInt(COSName.COUNT, pages.size());
        return root;
    }
}
