package vn.gopy;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Góp Ý: one application, one database, one search index, one folder of files. */
@SpringBootApplication
public class GopyApplication {

    public static void main(String[] args) {
        new Start(args).run();
    }
}
