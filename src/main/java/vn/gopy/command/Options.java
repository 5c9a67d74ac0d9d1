package vn.gopy.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a command was called with: names that begin with two dashes, each with a value. */
final class Options {

    private Options() {}

    /** Ends the program with status 2 when anything else was given. */
    static Map<String, String> of(String[] args, String usage, Set<String> known) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < args.length; i += 2) {
            if (!known.contains(args[i]) || i + 1 == args.length) {
                refuse(usage);
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }

    /** Says how the command is called, and ends the program with status 2. */
    static void refuse(String usage) {
        System.err.println(usage);
        System.exit(2);
    }
}
