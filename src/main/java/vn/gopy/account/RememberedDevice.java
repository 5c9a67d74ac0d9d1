package vn.gopy.account;

import java.time.Instant;

/**
 * A device that lets its person in again without a password.
 *
 * @param label browser and system, as the browser says
 * @param usedAt when it last let its person in
 */
public record RememberedDevice(DeviceId id, String label, Instant createdAt, Instant usedAt, Instant expiresAt) {}
