package vn.gopy.consolidation.inquiry;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Texts;

/** Tells whoever heads a unit that it is asked, as long as it has not answered. */
@Component
class InquiryWords implements NoticeSource {

    static final String KIND = "INQUIRY";

    private final InquiryRepository repository;
    private final Texts texts;

    InquiryWords(InquiryRepository repository, Texts texts) {
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
    public Optional<Words> words(Person reader, Notice notice, Locale locale) {
        return repository
                .byId(notice.subject())
                .filter(asked -> asked.waits() && asked.unit() != null && reader.heads(asked.unit()))
                .map(asked -> new Words(
                        texts.get(locale, "notice.inquiry"),
                        List.of(asked.roundTitle()),
                        Addresses.page(Addresses.INQUIRIES)));
    }
}
