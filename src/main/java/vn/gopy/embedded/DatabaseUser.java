package vn.gopy.embedded;

/** A login of the database. Its text form hides the password, so that it may stand in a log line. */
public record DatabaseUser(String name, String password) {

    @Override
    public String toString() {
        return name;
    }
}
