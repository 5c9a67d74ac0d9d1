package vn.gopy.search.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Location;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gopy.search.Facet;
import vn.gopy.shared.SearchAddress;

class InquiryTest {

    @Test
    void theAddressThatOtherPagesMakeForADossierIsUnderstood() {
        Inquiry inquiry = of(SearchAddress.ofDossier("0198-d") + "&q=kinh%20phi");
        assertThat(inquiry.words()).isEqualTo("kinh phi");
        assertThat(inquiry.chosen(Facet.DOSSIER)).isEqualTo(Set.of("0198-d"));
    }

    @Test
    void theAddressThatOtherPagesMakeForWordsIsUnderstood() {
        assertThat(of(SearchAddress.ofWords("vien-dan:57-NQ/TW & khác")).words())
                .isEqualTo("vien-dan:57-NQ/TW & khác");
    }

    private static Inquiry of(String address) {
        return Inquiry.of(new Location(address.substring(1)).getQueryParameters());
    }
}
