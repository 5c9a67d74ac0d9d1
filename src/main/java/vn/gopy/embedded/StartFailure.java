package vn.gopy.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The product cannot start, for a reason that the person at the keyboard can understand and mend.
 *
 * <p>The message has two sentences, Vietnamese first; it never contains a password.
 */
public final class StartFailure extends RuntimeException {

    /** What stands in the way. */
    public enum Reason {
        NO_ROOM,
        PORT_TAKEN,
        PORT_UNKNOWN,
        ACCESS_LOST,
        DATABASE_UNREACHABLE,
        DATABASE_REFUSED,
        SCHEMA_OF_EARLIER_BUILD,
        FOLDER_IN_USE,
        INDEX_IN_USE,
        FOLDER_NOT_WRITABLE,
        DATABASE_FAILED,
        STOPPED
    }

    private final Reason reason;

    private StartFailure(Reason reason, String vietnamese, String english, @Nullable Throwable cause) {
        super(vietnamese + System.lineSeparator() + english, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    static StartFailure noRoom(Object folder, @Nullable Throwable cause) {
        return new StartFailure(
                Reason.NO_ROOM,
                "Không đủ chỗ trống trên đĩa cho thư mục dữ liệu %s.".formatted(folder),
                "Not enough room on the disk of the data folder %s.".formatted(folder),
                cause);
    }

    /** The address on which the product was told to listen already belongs to another program. */
    public static StartFailure portTaken(int port) {
        return new StartFailure(
                Reason.PORT_TAKEN,
                "Cổng %d đang được chương trình khác sử dụng; hãy chọn cổng khác bằng --port.".formatted(port),
                "Port %d is taken by another program; choose another with --port.".formatted(port),
                null);
    }

    /** What was given as a port is none. */
    public static StartFailure portUnknown(String given) {
        return new StartFailure(
                Reason.PORT_UNKNOWN,
                "Cổng \"%s\" không dùng được; cổng là một số từ 1 đến 65535.".formatted(given),
                "\"%s\" is no port; a port is a number from 1 to 65535.".formatted(given),
                null);
    }

    static StartFailure accessLost(Path file) {
        return new StartFailure(
                Reason.ACCESS_LOST,
                "Có cơ sở dữ liệu trong %s nhưng tệp mật khẩu %s bị thiếu hoặc hỏng; hãy khôi phục tệp này từ bản sao lưu của thư mục dữ liệu."
                        .formatted(file.resolveSibling("postgres"), file),
                "There is a database in %s, but its passwords in %s are missing or damaged; bring this file back from a backup of the data folder."
                        .formatted(file.resolveSibling("postgres"), file),
                null);
    }

    static StartFailure unreachable(String address, Throwable cause) {
        return new StartFailure(
                Reason.DATABASE_UNREACHABLE,
                "Không kết nối được tới cơ sở dữ liệu %s (%s).".formatted(address, cause.getMessage()),
                "The database %s cannot be reached (%s).".formatted(address, cause.getMessage()),
                cause);
    }

    static StartFailure refused(String address, String user, Throwable cause) {
        return new StartFailure(
                Reason.DATABASE_REFUSED,
                "Cơ sở dữ liệu %s từ chối tài khoản %s (%s).".formatted(address, user, cause.getMessage()),
                "The database %s refused the user %s (%s).".formatted(address, user, cause.getMessage()),
                cause);
    }

    static StartFailure schemaOfEarlierBuild() {
        return new StartFailure(
                Reason.SCHEMA_OF_EARLIER_BUILD,
                "Cơ sở dữ liệu này do một bản dựng thử trước bản 0.1.0 tạo ra và không dùng tiếp được; hãy xóa thư mục dữ liệu đó, hoặc chọn thư mục (cơ sở dữ liệu) trống khác bằng --data.",
                "This database was made by a trial build before 0.1.0 and cannot be used any further; delete that data folder, or choose another, empty folder (or database) with --data.",
                null);
    }

    static StartFailure inUse(Object folder, String owner) {
        return new StartFailure(
                Reason.FOLDER_IN_USE,
                "Thư mục dữ liệu %s đang được một tiến trình khác sử dụng (%s); hãy dừng tiến trình đó trước."
                        .formatted(folder, owner),
                "The data folder %s is in use by another process (%s); stop it first.".formatted(folder, owner),
                null);
    }

    /** Another running product writes the search index of the data folder. */
    public static StartFailure indexInUse(Object index) {
        return new StartFailure(
                Reason.INDEX_IN_USE,
                "Chỉ mục tìm kiếm %s đang được một tiến trình Góp Ý khác sử dụng; hãy dừng tiến trình đó trước, hoặc chọn thư mục dữ liệu khác bằng --data."
                        .formatted(index),
                "The search index %s is in use by another running Góp Ý; stop it first, or choose another folder with --data."
                        .formatted(index),
                null);
    }

    static StartFailure notWritable(Object folder, @Nullable Throwable cause) {
        return new StartFailure(
                Reason.FOLDER_NOT_WRITABLE,
                "Không ghi được vào thư mục %s; hãy kiểm tra quyền của thư mục.".formatted(folder),
                "The folder %s cannot be written; check its permissions.".formatted(folder),
                cause);
    }

    static StartFailure failed(String what, @Nullable Throwable cause) {
        return new StartFailure(
                Reason.DATABASE_FAILED,
                "PostgreSQL đi kèm không khởi động được: %s".formatted(what),
                "The embedded PostgreSQL could not be started: %s".formatted(what),
                cause);
    }

    static StartFailure stopped() {
        return new StartFailure(
                Reason.STOPPED, "Đã dừng trong lúc đang khởi động.", "Stopped while it was starting.", null);
    }
}
