package vn.gopy.opinion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.gopy.account.Person;
import vn.gopy.draft.Dossier;
import vn.gopy.draft.Dossiers;
import vn.gopy.draft.DraftVersion;
import vn.gopy.draft.Drafts;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.notice.Notice;
import vn.gopy.notice.NoticeSource;
import vn.gopy.shared.Addresses;
import vn.gopy.shared.Refusal;
import vn.gopy.shared.Texts;

/** Says where somebody was named, as long as that may be read; never what was said there. */
@Component
class MentionWords implements NoticeSource {

    private final Comments comments;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final Texts texts;

    MentionWords(Comments comments, Drafts drafts, Dossiers dossiers, Texts texts) {
        this.comments = comments;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.texts = texts;
    }

    @Override
    public String kind() {
        return Mentions.KIND;
    }

    @Override
    public Optional<Words> words(Person reader, Notice notice, Locale locale) {
        return comments.seen(reader, new CommentId(notice.subject()))
                .filter(root -> root.state() != CommentState.WITHDRAWN)
                .map(root -> {
                    Dossier dossier = dossiers.get(reader, root.dossierId());
                    return new Words(
                            texts.get(locale, "notice.mention"), List.of(dossier.title()), address(reader, root));
                });
    }

    private String address(Person reader, Comment root) {
        if (root.versionId() == null || root.provisionId() == null) {
            return Addresses.dossier(root.dossierId());
        }
        try {
            DraftVersion version = drafts.get(reader, root.versionId());
            PlacedProvision place = drafts.provision(reader, root.provisionId());
            return Addresses.place(root.dossierId(), version.number(), Addresses.anchor(place.body(), place.path()));
        } catch (Refusal gone) {
            return Addresses.dossier(root.dossierId());
        }
    }
}
