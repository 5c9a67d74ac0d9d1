package vn.gopy.account;

/**
 * A password as it is kept.
 *
 * @param changes how often it has been changed; a session that began before the last change ends
 */
record KeptPassword(String hash, int changes) {}
