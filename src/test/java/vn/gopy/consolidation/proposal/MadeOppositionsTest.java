package vn.gopy.consolidation.proposal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import vn.gopy.consolidation.proposal.Oppositions.Opposition;

/** On made places, each with what is said of it, few matters are proposed that are none. */
class MadeOppositionsTest {

    /** A place is a block of lines: the side of an opinion in its matter, as A and B; "-" for one that contradicts nobody. */
    private static final String PLACES = """
            A | Đề nghị bỏ quy định “quá thời hạn mà không có ý kiến thì coi như đồng ý”.
            B | Đề nghị giữ nguyên quy định quá thời hạn không có ý kiến thì coi như đồng ý để bảo đảm tiến độ.
            - | Đề nghị làm rõ cách gửi ý kiến trên nền tảng số.

            A | Đề nghị sửa thời hạn từ 03 ngày thành 05 ngày làm việc.
            A | Kéo dài thời hạn cho ý kiến lên 05 ngày làm việc.
            B | Đề nghị sửa thời hạn cho ý kiến thành 07 ngày làm việc.

            - | Bổ sung căn cứ Nghị định số 13/2023/NĐ-CP về bảo vệ dữ liệu cá nhân.
            - | Bổ sung căn cứ Nghị định số 47/2024/NĐ-CP về danh mục cơ sở dữ liệu quốc gia.
            - | Bổ sung căn cứ Luật Giao dịch điện tử số 20/2023/QH15.

            - | Đề nghị quy định hình thức biểu quyết là bỏ phiếu kín tại phiên họp.
            - | Bổ sung thành phần tham gia biểu quyết, bỏ phiếu tại phiên họp.

            A | Đề nghị không bỏ chế độ báo cáo tháng của Tổ giúp việc.
            B | Đề nghị bỏ chế độ báo cáo tháng của Tổ giúp việc để giảm thủ tục.

            - | Sửa “Sở Thông tin và Truyền thông” thành “Sở Khoa học và Công nghệ”.
            - | Sửa tên “Sở Thông tin và Truyền thông” cho đúng tên mới là Sở Khoa học và Công nghệ.

            A | Đề nghị giảm số phiên họp thường kỳ từ 12 phiên xuống 4 phiên mỗi năm.
            B | Đề nghị tăng số phiên họp thường kỳ lên 24 phiên mỗi năm.
            - | Làm rõ thẩm quyền triệu tập phiên họp bất thường.

            - | Bổ sung chỉ tiêu đến năm 2030 tỷ lệ chi cho khoa học, công nghệ đạt 2% tổng chi ngân sách.
            - | Bổ sung chỉ tiêu đến năm 2028 tỷ lệ hồ sơ trực tuyến toàn trình đạt 80%.

            A | Đề nghị bỏ cụm từ “và các chuyên gia” vì trùng với khoản 3.
            B | Đề nghị thay cụm từ “và các chuyên gia” bằng “và các chuyên gia, nhà khoa học”.

            - | Giao Văn phòng giữ vai trò đầu mối tổng hợp báo cáo của các cơ quan.
            - | Đề nghị sửa đầu mối tổng hợp báo cáo là Văn phòng, các cơ quan gửi trước ngày 20 hằng tháng.

            A | Không nên quy định thành lập Tổ tư vấn chuyên gia trong Quy chế.
            B | Bổ sung quy định cụ thể về thành lập Tổ tư vấn chuyên gia, số lượng và thù lao.
            A | Đề nghị bỏ nội dung thành lập Tổ tư vấn chuyên gia.

            - | Đề nghị xóa dấu cách thừa tại dòng thứ 2.
            - | Đề nghị bổ sung dấu chấm cuối dòng thứ 5.

            A | Đề nghị giữ mức hỗ trợ 1.500.000 đồng/báo cáo như dự thảo.
            B | Đề nghị điều chỉnh mức hỗ trợ lên 2.000.000 đồng/báo cáo.

            - | Nội dung xóa đói, giảm nghèo nên bổ sung vào nhiệm vụ của Ban Chỉ đạo.
            - | Đề nghị bổ sung nhiệm vụ giảm nghèo bền vững cho Ban Chỉ đạo.
            """;

    private record Place(List<String> sides, List<String> said) {

        Set<List<Integer>> contradicting() {
            Set<List<Integer>> pairs = new LinkedHashSet<>();
            for (int i = 0; i < sides.size(); i++) {
                for (int k = i + 1; k < sides.size(); k++) {
                    boolean both = !sides.get(i).equals("-") && !sides.get(k).equals("-");
                    if (both && !sides.get(i).equals(sides.get(k))) {
                        pairs.add(List.of(i, k));
                    }
                }
            }
            return pairs;
        }

        Set<List<Integer>> proposed() {
            Set<List<Integer>> pairs = new LinkedHashSet<>();
            for (Opposition found : Oppositions.of(said)) {
                for (int one : found.one()) {
                    for (int other : found.other()) {
                        pairs.add(List.of(Math.min(one, other), Math.max(one, other)));
                    }
                }
            }
            return pairs;
        }
    }

    private static List<Place> places() {
        List<Place> places = new ArrayList<>();
        for (String block : PLACES.split("\n\n")) {
            List<String> sides = new ArrayList<>();
            List<String> said = new ArrayList<>();
            for (String line : block.lines().toList()) {
                String[] cells = line.split(" \\| ", 2);
                sides.add(cells[0]);
                said.add(cells[1]);
            }
            places.add(new Place(sides, said));
        }
        return places;
    }

    @Test
    void nineOfTenThatAreProposedContradictAndMostThatContradictAreProposed() {
        int right = 0;
        int proposed = 0;
        int wanted = 0;
        List<String> wrong = new ArrayList<>();
        for (Place place : places()) {
            Set<List<Integer>> found = place.proposed();
            Set<List<Integer>> real = place.contradicting();
            proposed += found.size();
            wanted += real.size();
            right += (int) found.stream().filter(real::contains).count();
            found.stream()
                    .filter(pair -> !real.contains(pair))
                    .forEach(pair -> wrong.add(
                            "not: " + pair.stream().map(place.said()::get).toList()));
            real.stream()
                    .filter(pair -> !found.contains(pair))
                    .forEach(pair -> wrong.add(
                            "missed: " + pair.stream().map(place.said()::get).toList()));
        }
        assertThat((double) right / proposed).as("precision; %s", wrong).isGreaterThanOrEqualTo(0.9);
        assertThat((double) right / wanted).as("recall; %s", wrong).isGreaterThanOrEqualTo(0.7);
    }
}
