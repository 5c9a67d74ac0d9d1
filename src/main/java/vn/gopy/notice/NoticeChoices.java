package vn.gopy.notice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.account.Person;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Refusal;

/** How each person wants to be told, kind by kind. What somebody must be told can be kept out of the mail, never away. */
@Service
public class NoticeChoices {

    private final NoticeChoiceRepository repository;
    private final Map<String, NoticeSource> sources;
    private final Trail trail;

    NoticeChoices(NoticeChoiceRepository repository, List<NoticeSource> sources, Trail trail) {
        this.repository = repository;
        this.sources = Notices.byKind(sources);
        this.trail = trail;
    }

    /**
     * One kind and how the person is told of it.
     *
     * @param must whether it cannot be turned off
     */
    public record Choice(String kind, NoticeWay way, boolean must) {

        /** The ways that the person may choose. */
        public List<NoticeWay> ways() {
            return Arrays.stream(NoticeWay.values())
                    .filter(way -> way != NoticeWay.NONE || !must)
                    .toList();
        }
    }

    /** All kinds that concern the person, those that must be told first. */
    @Transactional(readOnly = true)
    public List<Choice> of(Person asker) {
        Map<String, NoticeWay> chosen = repository.of(asker.id());
        List<Choice> choices = new ArrayList<>();
        sources.values().stream()
                .filter(source -> source.concerns(asker))
                .forEach(source -> choices.add(new Choice(
                        source.kind(), chosen.getOrDefault(source.kind(), NoticeWay.MAIL), source.mustBeTold())));
        choices.sort(Comparator.comparing(Choice::must).reversed().thenComparing(Choice::kind));
        return choices;
    }

    /**
     * Chooses for one kind; what comes from now on follows it.
     *
     * @throws Refusal NOTICE_MUST_BE_TOLD when it cannot be turned off; 404 for a kind that does not exist
     */
    @Transactional
    public void choose(Person asker, String kind, NoticeWay way) {
        NoticeSource source = sources.get(kind);
        if (source == null || !source.concerns(asker)) {
            throw Refusal.notFound();
        }
        if (way == NoticeWay.NONE && source.mustBeTold()) {
            throw Refusal.unprocessable("NOTICE_MUST_BE_TOLD").with("field", "way");
        }
        NoticeWay before = repository.put(asker.id(), kind, way);
        trail.record(
                asker.actor(),
                "NOTICE_WAY_CHOSEN",
                "PERSON",
                asker.id().value(),
                Change.of(kind, before.name(), way.name()));
    }
}
