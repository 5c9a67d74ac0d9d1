package vn.gopy.shared.ui;

/**
 * A view that says where it stands below its section; the frame shows it.
 *
 * <p>Such a view uses the whole width: the frame closes its drawer.
 */
public interface Breadcrumb {

    /** The title of the present thing. */
    String place();

    /** The words of the link above it. */
    String sectionName();

    /** The link above it. */
    String sectionPath();

    /** Whether the view needs the room of the drawer. */
    default boolean wide() {
        return false;
    }
}
