package vn.gopy.shared;

import java.time.Instant;

/**
 * A job that failed too often to be tried again by itself; ids and codes only.
 *
 * @param error the kind of the last failure
 */
public record DeadJob(String job, String subject, String error, Instant at) {}
