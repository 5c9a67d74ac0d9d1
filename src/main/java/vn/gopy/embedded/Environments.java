package vn.gopy.embedded;

/** Environments of child processes. */
final class Environments {

    private Environments() {}

    /** Leaves nothing of ours to the child: no passwords, no locale that would change its messages. */
    static void bare(ProcessBuilder process) {
        var environment = process.environment();
        var path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
    }
}
