package vn.gopy.account;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;

/** Whom a session belongs to, after how many changes of the password it began, and on which remembered device. */
final class SignedIn extends User {

    private final int passwordChanges;
    private final @Nullable UUID device;

    /** @param device null for a session that began with the password */
    SignedIn(
            String username,
            KeptPassword password,
            @Nullable DeviceId device,
            Collection<? extends GrantedAuthority> authorities) {
        super(username, password.hash(), authorities);
        this.passwordChanges = password.changes();
        this.device = device == null ? null : device.value();
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
