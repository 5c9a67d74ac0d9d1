package vn.gopy;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.gopy.BrowserCode.all;
import static vn.gopy.BrowserCode.found;
import static vn.gopy.BrowserCode.read;
import static vn.gopy.BrowserCode.texts;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.Outcome;
import vn.gopy.consolidation.print.TablePrint;
import vn.gopy.draft.VersionState;
import vn.gopy.draft.alignment.StoredTie;
import vn.gopy.draft.anchor.AnchorState;
import vn.gopy.intake.ReturnedOpinion;
import vn.gopy.legaltext.Block;
import vn.gopy.legaltext.BlockRole;
import vn.gopy.legaltext.Changes;
import vn.gopy.legaltext.Dropped;
import vn.gopy.legaltext.Level;
import vn.gopy.legaltext.Place;
import vn.gopy.legaltext.Structure;
import vn.gopy.legaltext.Warning;
import vn.gopy.legaltext.alignment.Evidence;
import vn.gopy.legaltext.alignment.Tie;
import vn.gopy.opinion.CommentKind;
import vn.gopy.opinion.CommentState;
import vn.gopy.opinion.Uptake;
import vn.gopy.round.Capacity;
import vn.gopy.round.Position;
import vn.gopy.round.ReplyState;
import vn.gopy.round.RoundState;

/** The browser knows every state and kind by the name that the program gives it, and no other. */
class BrowserNamesTest {

    private static final Path NAMES = Path.of("frontend/parts/names.js");

    private static final Map<String, Class<? extends Enum<?>>> LISTS = lists();

    /** Names of the page's own pieces of text and calls, of refusals, and of what it asks of the structure check. */
    private static final Set<String> OF_THE_PAGE = Set.of(
            "BODY",
            "CELL",
            "DEMOTE",
            "DOCUMENT",
            "DOSSIER",
            "DROP",
            "FRONT",
            "GENERAL",
            "GROUP",
            "IN_PROGRESS",
            "LOOSE",
            "MERGE",
            "MOVED_EDITED",
            "UNTIED",
            "PERSON_CHANGED",
            "PROMOTE",
            "RECENT",
            "RENUMBERED_EDITED",
            "RETYPE",
            "SHOWN",
            "SPELLING",
            "SPLIT",
            "SUPPLY",
            "TOP",
            "UNDO",
            "DELETE",
            "GET",
            "PATCH",
            "POST",
            "PUT",
            "NFC",
            "NFD",
            "INPUT",
            "SELECT",
            "TEXTAREA");

    private static Map<String, Class<? extends Enum<?>>> lists() {
        Map<String, Class<? extends Enum<?>>> lists = new LinkedHashMap<>();
        lists.put("CommentState", CommentState.class);
        lists.put("CommentKind", CommentKind.class);
        lists.put("AnchorState", AnchorState.class);
        lists.put("Outcome", Outcome.class);
        lists.put("Uptake", Uptake.class);
        lists.put("Capacity", Capacity.class);
        lists.put("Position", Position.class);
        lists.put("ReplyState", ReplyState.class);
        lists.put("RoundState", RoundState.class);
        lists.put("Fit", ReturnedOpinion.Fit.class);
        lists.put("TieKind", Tie.Kind.class);
        lists.put("TieState", StoredTie.State.class);
        lists.put("PrintState", TablePrint.State.class);
        return lists;
    }

    @Test
    void theBrowsersListsAreThoseOfTheProgram() {
        String intro = read(NAMES).substring(0, read(NAMES).indexOf("*/") + 3);

        assertThat(read(NAMES)).isEqualTo(intro + written());
    }

    private static String written() {
        return LISTS.entrySet().stream()
                .map(list -> "\nexport const %s = Object.freeze({\n%s});\n"
                        .formatted(
                                list.getKey(),
                                names(list.getValue())
                                        .map(name -> "  %s: '%s',\n".formatted(name, name))
                                        .collect(Collectors.joining())))
                .collect(Collectors.joining());
    }

    @Test
    void noStateIsWrittenOutBesideTheLists() {
        Set<String> states =
                LISTS.values().stream().flatMap(BrowserNamesTest::names).collect(Collectors.toSet());

        assertThat(all(".js"))
                .filteredOn(file ->
                        !file.equals(NAMES) && !file.getFileName().toString().startsWith("checker"))
                .allSatisfy(file -> assertThat(literals(file)).doesNotContainAnyElementsOf(states));
    }

    @Test
    void whatIsTakenFromAListIsInIt() {
        LISTS.forEach((list, type) ->
                assertThat(names(type).toList()).as(list).containsAll(found("\\b" + list + "\\.([A-Z_]+)\\b", ".js")));
    }

    @Test
    void everyNameInCapitalsIsOneThatTheProgramKnows() {
        Set<String> known = new TreeSet<>(OF_THE_PAGE);
        Stream.of(
                        Level.class,
                        Place.Kind.class,
                        BlockRole.class,
                        Structure.Zone.class,
                        Dropped.Why.class,
                        Evidence.class,
                        Warning.Code.class,
                        VersionState.class,
                        Block.Kind.class,
                        Changes.class)
                .flatMap(BrowserNamesTest::names)
                .forEach(known::add);

        assertThat(all(".js"))
                .filteredOn(file -> !file.equals(NAMES))
                .allSatisfy(file -> assertThat(known).containsAll(literals(file)));
    }

    @Test
    void statesThatAreSaidHaveTheirWords() {
        Map<String, String> words = texts("reader.properties");

        assertThat(words.keySet())
                .containsAll(keys("state.", CommentState.class))
                .containsAll(keys("position.", Position.class));
        assertThat(words.keySet())
                .containsAll(keys("anchor.", AnchorState.class))
                .containsAll(keys("earlier.", AnchorState.class))
                .containsAll(keys("uptake.", Uptake.class))
                .containsAll(keys("outcome.", Outcome.class));
    }

    private static List<String> keys(String group, Class<? extends Enum<?>> type) {
        return names(type).map(name -> "reader." + group + name).toList();
    }

    private static Set<String> literals(Path file) {
        return Pattern.compile("['`]([A-Z][A-Z_]{2,})['`:]")
                .matcher(read(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<String> names(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Enum::name);
    }
}
