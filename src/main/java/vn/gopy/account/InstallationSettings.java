package vn.gopy.account;

import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.gopy.audit.Change;
import vn.gopy.audit.Trail;
import vn.gopy.shared.Actor;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Settings;
import vn.gopy.shared.Settings.Office;

/** What an administrator has set for the whole installation; before that, what it was started with. */
@Service
public class InstallationSettings {

    private final SettingRepository repository;
    private final Trail trail;
    private final Settings initial;

    InstallationSettings(
            SettingRepository repository,
            Trail trail,
            @Value("${gopy.office.party:}") String party,
            @Value("${gopy.office.state:}") String state,
            @Value("${gopy.office.place:}") String place) {
        this.repository = repository;
        this.trail = trail;
        this.initial = new Settings(new Office(party, state, place, "", "", "", ""));
    }

    /** The settings as they are now. */
    @Transactional(readOnly = true)
    public Settings get() {
        return initial.with(repository.all());
    }

    /**
     * Changes settings as an administrator does; each text that is another one leaves a row in the trail.
     *
     * @param seen the settings as the administrator saw them
     * @throws Refusal STALE when somebody was quicker
     */
    @Transactional
    public Settings change(Person asker, Settings seen, Settings wanted) {
        if (!asker.is(Role.ADMINISTRATOR)) {
            throw Refusal.forbidden();
        }
        repository.lock();
        Settings present = get();
        if (!present.equals(seen)) {
            throw Refusal.stale();
        }
        put(asker.actor(), present, wanted);
        return wanted;
    }

    /** Gives an installation its first settings by the product itself; what somebody has set already stays. */
    @Transactional
    public void begin(Actor actor, Settings wanted) {
        repository.lock();
        if (repository.all().isEmpty()) {
            put(actor, get(), wanted);
        }
    }

    private void put(Actor actor, Settings present, Settings wanted) {
        Map<String, String> before = present.values();
        Map<String, String> other = wanted.values().entrySet().stream()
                .filter(one -> !one.getValue().equals(before.get(one.getKey())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        repository.put(other);
        other.forEach((name, value) ->
                trail.record(actor, "SETTING_CHANGED", "SETTING", null, Change.of(name, before.get(name), value)));
    }
}
