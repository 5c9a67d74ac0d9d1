package vn.gopy.search.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gopy.search.HitType;
import vn.gopy.search.engine.IndexDocument;
import vn.gopy.search.engine.IndexEntity;
import vn.gopy.search.index.IndexDocuments.Filing;
import vn.gopy.search.index.IndexDocuments.Words;
import vn.gopy.search.index.SourceQuery.AnswerSource;
import vn.gopy.search.index.SourceQuery.LetterSource;
import vn.gopy.search.index.SourceQuery.ThreadSource;
import vn.gopy.shared.Moments;

/**
 * Makes one document of a thread, of each answered point, and of each letter, or none where nobody may read it at present;
 * who may find them mirrors the rules of reading them.
 */
final class OpinionDocuments {

    private OpinionDocuments() {}

    static Optional<IndexDocument> of(ThreadSource thread, Set<String> dossierReaders) {
        String text = lines(thread.text(), thread.replacement(), thread.replies());
        return IndexDocuments.ofFound(
                HitType.COMMENT,
                thread.id().toString(),
                IndexEntity.THREAD.group(thread.id()),
                new Words(IndexDocuments.nfc(thread.author()), thread.dossierTitle(), text, List.of()),
                new Filing(
                        thread.dossierId(),
                        thread.kind(),
                        thread.unit(),
                        thread.state(),
                        thread.latest(),
                        thread.writtenAt()),
                AccessTokens.both(dossierReaders, readers(thread)));
    }

    private static Set<String> readers(ThreadSource thread) {
        Set<String> readers = new LinkedHashSet<>();
        boolean unitDraft = thread.state().equals("UNIT_DRAFT");
        if (!unitDraft || thread.restricted()) {
            readers.add(AccessTokens.person(thread.authorId()));
        }
        boolean unsent = thread.state().equals("UNSENT");
        if (thread.unitId() != null && !unsent) {
            readers.add(thread.restricted() ? AccessTokens.head(thread.unitId()) : AccessTokens.unit(thread.unitId()));
        }
        if (thread.state().equals("SENT")) {
            readers.addAll(readersOfSent(thread));
        }
        return readers;
    }

    private static Set<String> readersOfSent(ThreadSource thread) {
        Set<String> readers = new LinkedHashSet<>();
        thread.readers().forEach(reader -> readers.add(AccessTokens.person(reader)));
        if (thread.roundClosed()) {
            readers.add(AccessTokens.CHAIR);
        }
        if (!thread.restricted()) {
            readers.add(AccessTokens.SECRETARIAT);
        }
        if (!thread.restricted() && thread.visibility().equals("GROUP")) {
            readers.add(AccessTokens.GROUP);
        }
        return readers;
    }

    static Optional<IndexDocument> of(AnswerSource point, Set<String> dossierReaders) {
        return IndexDocuments.ofFound(
                HitType.ANSWER,
                point.id().toString(),
                IndexEntity.ANSWER.group(point.groupId()),
                new Words("", point.dossierTitle(), lines(point.answer(), point.opinion()), List.of()),
                new Filing(
                        point.dossierId(),
                        point.kind(),
                        point.unit(),
                        point.outcome() == null ? "PENDING" : point.outcome(),
                        point.latest(),
                        point.writtenAt()),
                AccessTokens.both(dossierReaders, readers(point)));
    }

    private static Set<String> readers(AnswerSource point) {
        Set<String> readers = new LinkedHashSet<>();
        if (!point.restricted()) {
            readers.add(AccessTokens.SECRETARIAT);
        }
        if (point.roundClosed()) {
            readers.add(AccessTokens.CHAIR);
        }
        if (point.announced() && point.unitId() != null) {
            readers.add(AccessTokens.unit(point.unitId()));
        }
        if (point.announced() && point.personId() != null) {
            readers.add(AccessTokens.person(point.personId()));
        }
        return readers;
    }

    static Optional<IndexDocument> of(LetterSource letter, Set<String> dossierReaders) {
        String dated = letter.date() == null ? "" : " ngày " + Moments.date(letter.date());
        return IndexDocuments.ofFound(
                HitType.LETTER,
                letter.id().toString(),
                IndexEntity.LETTER.group(letter.id()),
                new Words(
                        IndexDocuments.nfc("Số " + letter.number() + dated),
                        letter.dossierTitle(),
                        lines(letter.sender(), letter.note()),
                        List.of()),
                new Filing(
                        letter.dossierId(),
                        letter.kind(),
                        letter.unit(),
                        letter.sent() ? "SENT" : "UNSENT",
                        letter.latest(),
                        letter.writtenAt()),
                AccessTokens.both(dossierReaders, readers(letter)));
    }

    private static Set<String> readers(LetterSource letter) {
        Set<String> readers = new LinkedHashSet<>();
        if (letter.unitId() != null) {
            readers.add(AccessTokens.unit(letter.unitId()));
        }
        if (letter.personId() != null) {
            readers.add(AccessTokens.person(letter.personId()));
        }
        if (letter.sent()) {
            readers.add(AccessTokens.SECRETARIAT);
        }
        if (letter.sent() && letter.roundClosed()) {
            readers.add(AccessTokens.CHAIR);
        }
        return readers;
    }

    private static String lines(@Nullable String... parts) {
        return IndexDocuments.nfc(
                Stream.of(parts).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining("\n")));
    }
}
