package vn.gopy.opinion;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.gopy.draft.PlaceKeeper;
import vn.gopy.draft.PlacedProvision;
import vn.gopy.draft.ProvisionId;

/** Keeps the places that opinions and questions hang on, and the words that opinions quote. */
@Component
class CommentedPlaces implements PlaceKeeper {

    private final CommentRepository comments;

    CommentedPlaces(CommentRepository comments) {
        this.comments = comments;
    }

    @Override
    public Set<ProvisionId> losing(List<PlacedProvision> gone, List<PlacedProvision> changed) {
        Set<ProvisionId> losing = new HashSet<>(
                comments.spokenAbout(gone.stream().map(PlacedProvision::id).toList()));
        Map<ProvisionId, PlacedProvision> places =
                changed.stream().collect(Collectors.toMap(PlacedProvision::id, Function.identity()));
        comments.quotes(places.keySet()).stream()
                .filter(quote ->
                        !CommentChecks.quotes(Objects.requireNonNull(places.get(quote.place())), quote.words()))
                .forEach(quote -> losing.add(quote.place()));
        return losing;
    }
}
