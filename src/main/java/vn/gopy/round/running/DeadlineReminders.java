package vn.gopy.round.running;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.gopy.account.InstallationSettings;
import vn.gopy.account.PersonId;
import vn.gopy.notice.Notices;
import vn.gopy.round.running.ReminderRepository.Due;
import vn.gopy.round.running.ReminderRepository.Silent;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Settings;
import vn.gopy.shared.Settings.Practice;
import vn.gopy.shared.WorkingDays;

/**
 * Reminds those who have not answered at set working days before their deadline, in the hours in which offices work. Each
 * reminder is taken before anybody is told, so that several instances of the product tell it once; what a standstill has
 * missed is told at the next run, the nearest alone.
 */
@Component
class DeadlineReminders {

    private static final LocalTime FIRST = LocalTime.of(7, 30);
    private static final LocalTime LAST = LocalTime.of(17, 0);

    /** So many calendar days hold the working days that can be set, also over Tết. */
    private static final Duration AHEAD = Duration.ofDays(2L * Practice.MOST_REMIND_DAYS + 15);

    private final ReminderRepository repository;
    private final Recipients recipients;
    private final Notices notices;
    private final InstallationSettings settings;
    private final Clock clock;
    private final TransactionTemplate transaction;

    DeadlineReminders(
            ReminderRepository repository,
            Recipients recipients,
            Notices notices,
            InstallationSettings settings,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.repository = repository;
        this.recipients = recipients;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelayString = "${gopy.reminders.every:PT15M}", initialDelayString = "${gopy.reminders.every:PT15M}")
    void run() {
        transaction.executeWithoutResult(status -> remind(clock.instant()));
    }

    private void remind(Instant now) {
        Settings set = settings.get();
        ZonedDateTime here = now.atZone(Moments.ZONE);
        boolean working = set.days().is(here.toLocalDate())
                && !here.toLocalTime().isBefore(FIRST)
                && here.toLocalTime().isBefore(LAST);
        if (!working || set.practice().remindDays().isEmpty()) {
            return;
        }
        List<Silent> silent = repository.silent(now, now.plus(AHEAD));
        List<Due> due = silent.stream()
                .flatMap(one -> due(one, here.toLocalDate(), set).stream())
                .toList();
        if (!due.isEmpty()) {
            tell(due, silent, here.toLocalDate(), now);
        }
    }

    /** One for whom nobody can sign in is not reminded: the board would say what did not happen. */
    private void tell(List<Due> due, List<Silent> silent, LocalDate today, Instant now) {
        Map<UUID, List<PersonId>> speaking =
                recipients.speaking(silent.stream().map(Silent::asked).toList());
        Set<UUID> taken = repository.take(
                due.stream().filter(one -> speaking.containsKey(one.invitee())).toList(), today, now);
        speaking.keySet().retainAll(taken);
        notices.tell(speaking, ReminderWords.KIND);
    }

    /** The nearest set day that has come, where the round was open on it already. */
    private static Optional<Due> due(Silent silent, LocalDate today, Settings set) {
        WorkingDays days = set.days();
        LocalDate deadline = silent.deadline().atZone(Moments.ZONE).toLocalDate();
        LocalDate opened = silent.opens().atZone(Moments.ZONE).toLocalDate();
        return set.practice().remindDays().stream()
                .sorted()
                .filter(before -> !days.before(deadline, before).isAfter(today))
                .findFirst()
                .filter(before -> days.before(deadline, before).isAfter(opened))
                .map(before -> new Due(silent.asked().invitee(), silent.deadline(), before));
    }
}
