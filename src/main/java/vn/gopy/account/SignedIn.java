package vn.gopy.account;

import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Whom a session belongs to, after how many changes of the password it began, and on which remembered device. */
final class SignedIn extends User {

    private final int passwordChanges;
    private final @Nullable UUID device;
    private final transient Person person;

    /** @param device null for a session that began with the password */
    SignedIn(
            Person person,
            KeptPassword password,
            @Nullable DeviceId device,
            Collection<? extends GrantedAuthority> authorities) {
        super(Objects.requireNonNull(person.username()), password.hash(), authorities);
        this.person = person;
        this.passwordChanges = password.changes();
        this.device = device == null ? null : device.value();
    }

    /** As it was when the account was read. */
    Person person() {
        return person;
    }

    int passwordChanges() {
        return passwordChanges;
    }

    /** The device that began the session, without which it ends. */
    @Nullable
    DeviceId device() {
        return device == null ? null : new DeviceId(device);
    }
}
