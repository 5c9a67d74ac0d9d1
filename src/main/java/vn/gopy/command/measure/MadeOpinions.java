package vn.gopy.command.measure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import vn.gopy.consolidation.proposal.Proposals.Said;

/**
 * Opinions of which it is known who says the same: a wish is a place, an action, a thing and a number; it is said in other words,
 * in another order, with other reasons, or copied. Others are near to it and wish something else.
 */
public final class MadeOpinions {

    private static final List<String> THINGS = List.of(
            "thời hạn cho ý kiến của thành viên",
            "thời hạn gửi tài liệu trước phiên họp",
            "chế độ báo cáo hằng tháng của cơ quan",
            "số lượng thành viên Tổ tư vấn",
            "mức hỗ trợ đối với chuyên gia",
            "tỷ lệ thành viên dự họp",
            "thẩm quyền ký văn bản của Phó Trưởng Ban",
            "việc cử người dự họp thay",
            "trách nhiệm của người đứng đầu",
            "kinh phí hoạt động thường xuyên",
            "chế độ bảo mật hồ sơ điện tử",
            "việc công bố kết luận kiểm tra",
            "quy trình tiếp nhận phản ánh của người dân",
            "tiêu chuẩn lựa chọn nhà khoa học trẻ",
            "phạm vi áp dụng đối với doanh nghiệp nhỏ",
            "việc chia sẻ dữ liệu giữa các ngành",
            "hạ tầng mạng tại các xóm vùng cao",
            "đào tạo kỹ năng số cho cán bộ xã",
            "cơ chế thử nghiệm công nghệ mới",
            "việc đánh giá kết quả nhiệm vụ hằng năm",
            "trách nhiệm phối hợp của Mặt trận Tổ quốc",
            "danh mục dịch vụ công trực tuyến",
            "hình thức xử lý khi chậm tiến độ",
            "quyền bảo lưu ý kiến của chuyên gia");

    private static final List<List<String>> ACTIONS = List.of(
            List.of("sửa %s thành %d ngày", "điều chỉnh %s còn %d ngày", "quy định %s là %d ngày"),
            List.of("bỏ quy định về %s", "xóa nội dung %s", "bỏ %s"),
            List.of("làm rõ %s", "quy định rõ hơn %s", "giải thích rõ %s"),
            List.of("bổ sung %s", "thêm nội dung %s", "bổ sung quy định về %s"));

    private static final List<String> OPENINGS = List.of(
            "Đề nghị %s.",
            "Kiến nghị cơ quan soạn thảo xem xét %s.",
            "Đề xuất %s.",
            "Sau khi nghiên cứu, đề nghị %s.",
            "Nên %s.",
            "Kính đề nghị Ban soạn thảo %s.");

    private static final List<String> REASONS = List.of(
            "",
            "",
            "",
            " Lý do: phù hợp với thực tế.",
            " Vì hiện nay khó thực hiện ở cơ sở.",
            " Lý do: tránh chồng chéo.",
            " Để thuận lợi khi triển khai.");

    /** What was made: opinions, and which of them say the same. */
    public record Made(List<Said> said, List<Integer> wish) {}

    private MadeOpinions() {}

    /** So many opinions; half of them stand alone, the others in groups of up to twelve. */
    public static Made of(int many, long seed) {
        var random = new Random(seed);
        List<Said> said = new ArrayList<>();
        List<Integer> wish = new ArrayList<>();
        for (int n = 0; said.size() < many; n++) {
            int size = Math.min(many - said.size(), random.nextInt(3) > 0 ? 1 : 2 + random.nextInt(11));
            int action = n / THINGS.size() % ACTIONS.size();
            String place = "dieu-" + n / (THINGS.size() * ACTIONS.size());
            String thing = THINGS.get(n % THINGS.size());
            int days = 3 + random.nextInt(25);
            String first = words(random, action, thing, days);
            for (int k = 0; k < size; k++) {
                said.add(new Said(place, random.nextInt(4) == 0 ? first : words(random, action, thing, days)));
                wish.add(n);
            }
        }
        List<Integer> order = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            order.add(n);
        }
        Collections.shuffle(order, random);
        return new Made(
                order.stream().map(said::get).toList(),
                order.stream().map(wish::get).toList());
    }

    private static String words(Random random, int action, String thing, int days) {
        List<String> ways = ACTIONS.get(action);
        String done = ways.get(random.nextInt(ways.size())).formatted(thing, days);
        return OPENINGS.get(random.nextInt(OPENINGS.size())).formatted(done)
                + REASONS.get(random.nextInt(REASONS.size()));
    }
}
