package vn.gopy.round.running;

import java.util.UUID;

/**
 * Whom to call about an answer.
 *
 * @param who the unit or the person, as {@code Invitee.who} names it
 * @param version as it was read; 0 where nothing is known yet
 * @param name may be empty
 */
public record Contact(UUID who, int version, String name, String phone) {}
