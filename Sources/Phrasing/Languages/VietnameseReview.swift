import Source

extension ReviewPhrase {
  var vietnamese: String {
    switch self {
    case .changedWhileRead: "tệp bị thay đổi trong lúc đọc; hãy thẩm định lại khi không ai ghi vào tệp"
    case .linkLoop: "các liên kết dẫn vòng quanh, không tới tệp nào; hãy đặt chính tệp vào đó"
    case .collection(let fault): Self.vietnamese(fault)
    case .progress(let done, let total, let rate, let left):
      "\(done)\(total.map { "/\($0)" } ?? "") đề án, \(rate) đề án/giây\(left.map { ", còn \($0)" } ?? "")"
    case .summary(let plans, let conforming, let nonConforming, let incomplete, let refused):
      "\(plans) đề án: \(conforming) phù hợp, \(nonConforming) không phù hợp, \(incomplete) chưa đủ cơ sở, \(refused) bị từ chối"
    case .takenOver(let count): "không đổi, lấy lại từ nhật ký: \(count)"
    case .leftOut(let count):
      "bỏ qua \(count) tệp: tệp ẩn, tệp của lần thẩm định trước, hoặc không phải đề án (.xml) cũng không phải tệp nén"
    case .repeated(let count):
      "giống hệt từng byte một đề án khác trong tập hợp, vẫn được tính: \(count) đề án"
    case .nothingNamed: "không có đề án nào được nêu nên chưa thẩm định gì"
    case .interrupted(let done):
      "dừng theo yêu cầu sau \(done) đề án; nhật ký được giữ: chạy lại đúng lệnh này với --resume để làm tiếp"
    case .interruptedWithoutJournal(let done):
      "dừng theo yêu cầu sau \(done) đề án; có --output THƯ-MỤC thì lần thẩm định làm tiếp được"
    case .unfinished(let folder):
      "\(folder) có một lần thẩm định chưa xong; thêm --resume để làm tiếp, hoặc chọn thư mục khác"
    case .otherRules(let folder, let changed):
      "\(folder) có một lần thẩm định bắt đầu với quy tắc khác (\(changed)); chọn thư mục khác, hoặc làm tiếp với đúng quy tắc cũ"
    case .inUse(let folder):
      "\(folder): một lần thẩm định khác đang chạy ở đó; hãy đợi, hoặc chọn thư mục khác"
    case .notAJournal(let file):
      "\(file): không phải nhật ký của phiên bản khung này; chọn thư mục khác, hoặc dời tệp đi"
    case .damaged(let file):
      "\(file): nhật ký bị hỏng, không làm tiếp được; hãy dời tệp đi hoặc chọn thư mục khác rồi thẩm định lại"
    case .title: "Thẩm định các đề án"
    case .plans: "Đề án"
    case .refused: "bị từ chối"
    case .mandatoryGaps: "Thiếu bắt buộc"
    case .matrix: "Tiêu chí × đề án"
    case .matrixHelp:
      "Mỗi hàng một đề án, mỗi cột một tiêu chí. Trỏ vào ô để xem tiêu chí và kết quả; chọn đầu cột để sắp xếp theo cột đó."
    case .commonest: "Thiếu sót thường gặp nhất"
    case .commonestHelp:
      "Tính trên các đề án đã được đánh giá theo tiêu chí: đạt, đạt một phần hoặc thiếu. Chưa rõ và chưa đánh giá không phải là thiếu và không được tính."
    case .coverage: "Mức độ đáp ứng"
    case .coverageHelp:
      "Tỷ lệ tiêu chí đạt trong số đã đánh giá; một lớp được tính là có khi đề án có lớp đó."
    case .map: "Tỉnh, thành phố"
    case .mapHelp:
      "Mỗi ô là một trong 34 tỉnh, thành phố từ năm 2025; đề án của tỉnh cũ nằm ở ô của tỉnh mới. Danh sách ghi theo trí nhớ (chưa đọc nghị quyết), chỉ dùng để xếp đề án lên bản đồ này, không quyết định điều gì khác."
    case .programme: "Đề án quốc gia"
    case .programmeHelp:
      "Những mục tiêu mà chỉ một tập hợp đề án mới đạt được, tính theo các đề án đã phê duyệt trong lần thẩm định này: đạt, chưa đạt, hoặc chưa rõ khi đề án không nêu."
    case .refusedFiles: "Tệp bị từ chối"
    case .noRefused: "Không có tệp nào bị từ chối."
    case .layers: "Lớp"
    case .regions: "Vùng"
    case .urbanClasses: "Loại đô thị"
    case .phases: "Giai đoạn của đề án quốc gia"
    case .criterion: "Tiêu chí"
    case .shareMet: "đạt"
    case .shareAssessed: "đã đánh giá"
    case .notGiven: "không nêu"
    case .filter: "Lọc theo địa phương, tên đề án hoặc tệp"
    case .allOutcomes: "mọi kết luận"
    case .allRegions: "mọi vùng"
    case .allClasses: "mọi loại đô thị"
    case .sortBy: "Sắp xếp theo"
    case .sortName: "tệp"
    case .sortGaps: "số thiếu sót"
    case .sortCity: "địa phương"
    case .sortOrder: "thứ tự đầu vào"
    case .onlyCommon: "chỉ tiêu chí có thiếu sót"
    case .page(let number, let count): "trang \(number)/\(count)"
    case .previous: "trước"
    case .next: "sau"
    case .needsScript: "Bảng này cần JavaScript; summary.csv có cùng số liệu."
    case .reason: "Lý do"
    case .report: "Báo cáo"
    case .target: "Mục tiêu"
    case .state: "Trạng thái"
    case .byPlans: "Nhờ các đề án"
    case .undecidedPlans: "Chưa rõ ở"
    case .reached: "đạt"
    case .notReached: "chưa đạt"
    case .undecided: "chưa rõ"
    case .notDue: "chưa đến hạn"
    case .asOf(let date): "tính đến \(date)"
    case .method:
      "Một đề án được tính khi đã phê duyệt không muộn hơn năm cuối của giai đoạn và ngày này, thời kỳ của đề án chạm vào giai đoạn, và tiêu chí của mục tiêu đạt trong báo cáo của chính đề án; mục tiêu không có tiêu chí thì tính các đề án (không tính kế hoạch). Hai đề án của một nơi tính một lần. Đề án không nêu rõ, đề án của tỉnh khi mục tiêu đếm đô thị, và tệp bị từ chối làm mục tiêu chưa rõ nếu chúng còn có thể làm thay đổi kết luận."
    case .places(let count, let minimum): "\(count) trên ít nhất \(minimum) đô thị"
    case .regionsReached(let count, let minimum): "\(count) trên \(minimum) vùng"
    case .chain(let core, let hasCore, let others):
      "\(core): \(hasCore ? "có đề án được phê duyệt" : "chưa có đề án được phê duyệt nào được tính"), thêm \(others) đô thị cùng vùng"
    case .plansUndecided(let count): "\(count) đề án không nêu đủ"
    case .filesRefused(let count): "\(count) tệp bị từ chối có thể chứa thêm"
    case .targetNotVerified: "chính mục tiêu chưa được kiểm chứng nên không kết luận"
    case .readingOfSchemes:
      "Tính các đô thị có đề án được phê duyệt. Đô thị có được hỗ trợ không và đã làm được gì thì tệp đề án không cho biết."
    case .readingOfCities:
      "Tính các đô thị có nội dung này trong đề án, kế hoạch được phê duyệt. Đã thực hiện hay chưa thì tệp đề án không cho biết."
    case .readingOfShare:
      "Tính các đề án được phê duyệt đặt tỷ lệ này. Đã đào tạo được bao nhiêu và đô thị nào là thí điểm thì tệp đề án không cho biết."
    case .readingOfRegion:
      "Tính các đề án được phê duyệt của vùng. Đề án quốc gia không nêu con số; chúng tôi hiểu là có một đề án là đủ."
    case .readingOfChains:
      "Chúng tôi hiểu một chuỗi là đô thị hạt nhân cùng một đô thị khác trong vùng của nó, đều có đề án được phê duyệt. Các đô thị đã liên kết thành mạng lưới hay chưa thì tệp đề án không cho biết."
    case .readingOfOtherThings: "Tệp đề án không đếm đối tượng này nên luôn là chưa rõ."
    case .notCounted(let unit): "tệp đề án không đếm: \(unit)"
    case .noneSpeaks: "không đề án nào trong tập hợp này nói đến"
    case .share(let yes, let all): "\(yes) trên \(all) đề án liên quan đặt mục tiêu này"
    case .inRegion(let region, let count): "\(region): \(count) đề án được phê duyệt"
    case .otherPlaces: "nơi khác"
    case .mapEvidence: "Các tỉnh cũ trong tập hợp này và căn cứ để xếp vào tỉnh mới"
    case .formerProvince: "Tỉnh cũ"
    case .newProvince: "Nay thuộc"
    case .evidence: "Căn cứ"
    case .markVerified: "đã kiểm chứng: có trang đã đọc nêu rõ"
    case .markInferred: "suy ra từ một trang đã đọc"
    case .markFromMemory: "theo trí nhớ"
    case .roundCounts(let both, let worse, let better):
      "\(both) đề án có trong cả hai đợt: \(worse) xấu đi, \(better) đã khắc phục và không xấu đi ở điểm nào, \(both - worse - better) không thuộc hai nhóm này."
    case .roundEdges(let appeared, let missing, let refused):
      "Chỉ có ở đợt sau: \(appeared). Không có ở đợt sau: \(missing). Bị từ chối ở đợt sau: \(refused)."
    case .forAllPlans: "Với mọi đề án"
    case .worsePlans(let count): "XẤU ĐI (\(count))"
    case .betterPlans(let count): "ĐÃ KHẮC PHỤC, KHÔNG XẤU ĐI (\(count))"
    case .refusedPlans(let count): "BỊ TỪ CHỐI (\(count))"
    case .refusedThen(let message): "đợt trước bị từ chối (\(message))"
    case .refusedNow(let message): "đợt sau bị từ chối (\(message))"
    case .readBefore(let outcome): "đợt trước: \(outcome)"
    case .readNow(let outcome): "đợt sau: \(outcome)"
    case .goneNow: "không có ở đợt sau"
    case .details: "CÁC ĐỀ ÁN CÓ THAY ĐỔI"
    case .plan: "Đề án"
    }
  }

  private static func vietnamese(_ fault: CollectionFault) -> String {
    switch fault {
    case .linkToFolder: "không đi theo liên kết tới thư mục bên trong thư mục; hãy nêu chính thư mục đó"
    case .folderTooDeep(let limit): "thư mục lồng nhau quá \(limit) cấp; hãy nêu thư mục bên trong"
    case .noPlans: "không có đề án nào bên trong; đề án là tệp .xml"
    case .brokenArchive:
      "tệp nén hỏng hoặc không thuộc loại đã biết (.zip, .tar, .tar.gz); từ đây trở đi không đọc được; hãy nén lại"
    case .encryptedEntry: "có mật khẩu; hãy gửi bản không đặt mật khẩu"
    case .unsafeEntryName:
      "tên trong tệp nén dẫn ra ngoài hoặc lồng quá sâu; hãy nén lại với tên tương đối bình thường"
    case .entryIsNoFile: "liên kết hoặc thiết bị trong tệp nén; hãy đưa chính tệp vào"
    case .nestedArchive: "tệp nén nằm trong tệp nén không được mở; hãy giải nén trước"
    case .tooManyEntries(let limit): "hơn \(limit) mục; phần còn lại không được đọc; hãy chia nhỏ tệp nén"
    case .expandsTooMuch(let ratio):
      "nở ra hơn \(ratio) lần: có thể là bom nén; từ đây trở đi không đọc; nếu tin tệp này, hãy tự giải nén"
    case .archiveTooLarge(let limit):
      "nở ra hơn \(limit) byte; phần còn lại không được đọc; hãy chia nhỏ tệp nén"
    case .unfinishedReview:
      "lần thẩm định trong thư mục này chưa xong nên chưa phải là một đợt; hãy làm cho xong bằng khung review … --resume"
    case .brokenLine(let number):
      "dòng \(number) là JSON không có đề án; hãy viết {\"plan\": \"đường dẫn\"} hoặc {\"name\": \"…\", \"xml\": \"…\"}"
    }
  }
}
