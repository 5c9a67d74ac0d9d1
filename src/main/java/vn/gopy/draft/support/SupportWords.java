package vn.gopy.draft.support;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.account.Role;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Moments;
import vn.gopy.shared.Texts;

/** Tells the secretariat that an administrator has entered a dossier, until when and why. */
@Component
class SupportWords implements NoticeSource {

    static final String KIND = "SUPPORT";

    private final SupportRepository repository;
    private final Texts texts;

    SupportWords(SupportRepository repository, Texts texts) {
        this.repository = repository;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean mustBeTold() {
        return true;
    }

    @Override
    public boolean concerns(Person person) {
        return person.is(Role.SECRETARIAT);
    }

    @Override
    public Optional<Words> words(Person reader, Notice notice, Locale locale) {
        return repository
                .byId(new SupportId(notice.subject()))
                .filter(support -> reader.is(Role.SECRETARIAT))
                .map(support -> new Words(
                        texts.get(locale, "notice.support", support.name(), support.code()),
                        List.of(texts.get(
                                locale, "support.until", Moments.shortly(support.endsAt()), support.reason())),
                        Addresses.dossier(support.dossier())));
    }
}
