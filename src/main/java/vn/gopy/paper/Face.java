package vn.gopy.paper;

/** A cut of Liberation Serif, whose letters are as wide as those of Times New Roman. */
public enum Face {
    PLAIN("Regular"),
    BOLD("Bold"),
    ITALIC("Italic");

    private final String cut;

    Face(String cut) {
        this.cut = cut;
    }

    String file() {
        return "LiberationSerif-" + cut + ".ttf";
    }
}
