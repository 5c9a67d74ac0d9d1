package vn.gopy.consolidation.choice;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.draft.ProvisionId;
import vn.gopy.draft.VersionId;
import vn.gopy.round.PlaceNames;
import vn.gopy.round.RoundId;
import vn.gopy.round.Rounds;
import vn.gopy.shared.Refusal;

/**
 * Who has chosen which option where a draft offers several for one provision ("Phương án 1", "Phương án 2"). To choose is to
 * agree with the place of the option, and goes out as an opinion does; who has chosen several of them stands by the last.
 * For the secretariat.
 */
@Service
public class OptionChoices {

    private final OptionChoiceQuery query;
    private final Rounds rounds;
    private final PlaceNames names;
    private final Clock clock;

    OptionChoices(OptionChoiceQuery query, Rounds rounds, PlaceNames names, Clock clock) {
        this.query = query;
        this.rounds = rounds;
        this.names = names;
        this.clock = clock;
    }

    /** @param place what the options are of, in words: "Khoản 1 Điều 16 Quy chế" */
    public record Offer(VersionId draft, String place, List<Option> options) {

        public Offer {
            options = List.copyOf(options);
        }
    }

    /**
     * An option with who has chosen it; what was told to others alone is not among them.
     *
     * @param label "Phương án 1"
     * @param who units and people by name
     */
    public record Option(String label, int units, int people, List<String> who) {

        public Option {
            who = List.copyOf(who);
        }

        /** How many have chosen it. */
        public int all() {
            return units + people;
        }
    }

    /** All options of the drafts of the round in the order of the text, those too that nobody has chosen. */
    @Transactional(readOnly = true)
    public List<Offer> of(Person asker, RoundId round) {
        rounds.get(asker, round);
        if (!rounds.mayRun(asker)) {
            throw Refusal.forbidden();
        }
        Map<Of, List<Option>> offers = new LinkedHashMap<>();
        query.of(round, asker, clock.instant())
                .forEach(one -> offers.computeIfAbsent(one.of(), none -> new ArrayList<>())
                        .add(one.option()));
        PlaceNames.Reading places = names.reading();
        return offers.entrySet().stream()
                .map(one -> new Offer(
                        one.getKey().draft(),
                        places.of(one.getKey().draft(), one.getKey().place()).name(),
                        one.getValue()))
                .toList();
    }

    /** @param place that has the options; null where they stand at the top of a text */
    record Of(VersionId draft, @Nullable ProvisionId place) {}
}
