package vn.gopy.legaltext.parse;

import java.util.ArrayList;
import java.util.List;
import vn.gopy.legaltext.Place;
import vn.gopy.legaltext.Provision;

/** The addressable places outside the tree: they repeat text that stands in title, preamble and closing. */
final class Places {

    private Places() {}

    static List<Place> of(String title, List<Line> preamble, List<Line> closing) {
        var places = new ArrayList<Place>();
        if (!title.isEmpty()) {
            places.add(new Place(Place.Kind.TITLE, "ten-goi", title));
        }
        int grounds = 0;
        int enacting = 0;
        for (Line line : preamble) {
            if (line.isTable() || !Words.hasWord(line.shown())) {
                continue;
            }
            boolean ground = Cues.isGround(line.text()) && !Cues.isEnacting(line.text());
            places.add(
                    ground
                            ? new Place(Place.Kind.GROUND, "can-cu-" + ++grounds, line.shown())
                            : new Place(Place.Kind.ENACTING, numbered("ban-hanh", ++enacting), line.shown()));
        }
        closing(places, closing);
        places.add(new Place(Place.Kind.WHOLE_BODY, "toan-van", ""));
        return List.copyOf(places);
    }

    private static String numbered(String name, int n) {
        return n == 1 ? name : name + "-" + n;
    }

    private static void closing(List<Place> places, List<Line> closing) {
        boolean recipients = false;
        int count = 0;
        var signature = new ArrayList<String>();
        for (Line line : closing) {
            if (line.isTable() || !Words.hasWord(line.shown())) {
                continue;
            }
            Marker marker = Marker.of(line);
            boolean dash = marker != null && marker.style() == Marker.Style.BULLET;
            if (Cues.isRecipients(line.text())) {
                recipients = true;
            } else if (recipients && (dash || line.text().endsWith(";"))) {
                places.add(new Place(Place.Kind.RECIPIENT, "noi-nhan-" + ++count, line.shown()));
            } else {
                recipients = false;
                signature.add(line.shown());
            }
        }
        if (!signature.isEmpty()) {
            places.add(new Place(Place.Kind.SIGNATURE, "chu-ky", String.join("\n", signature)));
        }
    }

    /** Every row of every table of an annex. */
    static List<Place> rows(List<Provision> provisions) {
        var places = new ArrayList<Place>();
        collect(provisions, places);
        return List.copyOf(places);
    }

    private static void collect(List<Provision> provisions, List<Place> places) {
        for (Provision provision : provisions) {
            int row = 0;
            for (List<String> cells : provision.rows() == null ? List.<List<String>>of() : provision.rows()) {
                places.add(new Place(
                        Place.Kind.ANNEX_ROW, provision.path() + "/dong-" + ++row, String.join(" | ", cells)));
            }
            collect(provision.children(), places);
        }
    }
}
