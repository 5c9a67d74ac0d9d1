package vn.gopy.round;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.gopy.account.PersonId;
import vn.gopy.draft.VersionId;
import vn.gopy.shared.Limits;
import vn.gopy.shared.TextGate;

/**
 * What is needed to open a round.
 *
 * @param visibility null takes the discussion mode of the first draft's dossier
 * @param silence the sentence of the letter, where silence counts as consent
 * @param consolidator code of the unit that makes the table
 * @param approver who approves the table; null takes {@link Approver#usual}
 */
public record NewRound(
        List<VersionId> drafts,
        String title,
        String legalBasis,
        Instant opensAt,
        Instant closesAt,
        List<Invited> invitees,
        @Nullable Visibility visibility,
        @Nullable String silence,
        String letterNumber,
        @Nullable LocalDate letterDate,
        boolean letterRequired,
        @Nullable String consolidator,
        @Nullable Approver approver,
        List<NewQuestion> questions) {

    /** The same, opened at that moment. */
    public NewRound opening(Instant moment) {
        return new NewRound(
                drafts,
                title,
                legalBasis,
                moment,
                closesAt,
                invitees,
                visibility,
                silence,
                letterNumber,
                letterDate,
                letterRequired,
                consolidator,
                approver,
                questions);
    }

    /** The same as it may be kept. */
    NewRound passed() {
        return new NewRound(
                Limits.list(drafts, Limits.LIST),
                TextGate.TITLE.require(title, "TITLE_MISSING"),
                TextGate.TEXT.pass(legalBasis),
                Limits.moment(opensAt),
                Limits.moment(closesAt),
                Limits.list(invitees, Limits.LIST),
                visibility,
                TextGate.TEXT.passOrNull(silence),
                TextGate.NUMBER.pass(letterNumber),
                letterDate == null ? null : Limits.day(letterDate),
                letterRequired,
                consolidator,
                approver,
                Limits.list(questions, Limits.LIST).stream()
                        .map(NewQuestion::passed)
                        .toList());
    }

    /** Somebody to ask. */
    public sealed interface Invited {

        /** An own deadline, later than that of the round; null for that of the round. */
        @Nullable
        Instant closesAt();

        /** A unit by its code. */
        record AUnit(String code, @Nullable Instant closesAt) implements Invited {

            /** With the deadline of the round. */
            public AUnit(String code) {
                this(code, null);
            }
        }

        /** A person, with or without an account. */
        record APerson(PersonId person, @Nullable Instant closesAt) implements Invited {

            /** With the deadline of the round. */
            public APerson(PersonId person) {
                this(person, null);
            }
        }
    }

    /** Nội dung xin ý kiến, with the options to tick. */
    public record NewQuestion(String text, List<String> options) {

        NewQuestion passed() {
            return new NewQuestion(
                    TextGate.TEXT.require(text, "QUESTION_MISSING"),
                    Limits.list(options, Limits.LIST).stream()
                            .map(option -> TextGate.TITLE.require(option, "QUESTION_MISSING"))
                            .toList());
        }
    }
}
