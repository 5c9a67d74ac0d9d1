package vn.gopy.account;

/**
 * A person in the administrator's list.
 *
 * @param hasPassword whether one was set, without which nobody signs in
 */
public record Account(Person person, boolean hasPassword) {}
