package vn.gopy.search.api;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import vn.gopy.account.Askers;
import vn.gopy.search.IndexRebuild;
import vn.gopy.search.IndexStatus;
import vn.gopy.search.SearchIndexes;

@RestController
@RequestMapping("/api/v1/index")
class IndexController {

    private final Askers askers;
    private final SearchIndexes indexes;

    IndexController(Askers askers, SearchIndexes indexes) {
        this.askers = askers;
        this.indexes = indexes;
    }

    @GetMapping
    IndexStatus status() {
        return indexes.status(askers.require());
    }

    @PostMapping("/rebuild")
    @ResponseStatus(HttpStatus.ACCEPTED)
    IndexRebuild rebuild() {
        return indexes.rebuild(askers.require());
    }
}
