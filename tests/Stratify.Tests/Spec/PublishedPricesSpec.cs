using System.Globalization;
using Stratify.Costing;

namespace Stratify.Tests.Spec;

/// <summary>
/// The shipped book against figures typed from the domain reference, 4.3 (a) to (f): National Cost Collection 2024/25 (NHS England, OGL), to the
/// pound where the reference rounds; outpatient attendances are reference costs of 2017/18 × 1.298.
/// </summary>
public sealed class PublishedPricesSpec
{
    [TestCase("emergency", "attendance", "VB01Z||=1179.98 ; VB07Z||=367.49 ; VB02Z||=872.61 ; VB08Z||=269.19 ; VB03Z||=515.45 ; VB09Z||=182.12 ; VB04Z||=683.68 ; VB10Z||=178.92 ; VB05Z||=503.29")]
    [TestCase("emergency", "attendance", "VB11Z||=126.76 ; VB06Z||=391.24 ; VB99Z||=429.25 ; ||=280.17")]
    [TestCase("inpatient", "spell", "DZ65F|non_elective_long|=4485 ; DZ65F|non_elective_short|=871 ; DZ65F|elective|=7302 ; DZ65H|non_elective_long|=2930 ; DZ65H|non_elective_short|=833")]
    [TestCase("inpatient", "spell", "DZ65H|elective|=4382 ; DZ11S|non_elective_long|=4027 ; DZ11S|non_elective_short|=760 ; DZ11S|elective|=4259 ; DZ11S|day_case|=451")]
    [TestCase("inpatient", "spell", "DZ11U|non_elective_long|=2769 ; DZ11U|non_elective_short|=668 ; DZ11U|elective|=2917 ; DZ11U|day_case|=415 ; EB03B|non_elective_long|=4328")]
    [TestCase("inpatient", "spell", "EB03B|non_elective_short|=740 ; EB03B|elective|=4555 ; EB03B|day_case|=557 ; EB03D|non_elective_long|=3045 ; EB03D|non_elective_short|=612")]
    [TestCase("inpatient", "spell", "EB03D|elective|=2130 ; EB03D|day_case|=556 ; EB08C|non_elective_long|=2959 ; EB08C|non_elective_short|=614 ; EB08C|elective|=1713 ; EB08C|day_case|=522")]
    [TestCase("inpatient", "spell", "EB12C|non_elective_long|=2165 ; EB12C|non_elective_short|=350 ; EB12C|elective|=645 ; EB12C|day_case|=500 ; AA35A|non_elective_long|=9716")]
    [TestCase("inpatient", "spell", "AA35A|non_elective_short|=1109 ; AA35A|elective|=13059 ; AA35C|non_elective_long|=6130 ; AA35C|non_elective_short|=1006 ; AA35C|elective|=10218")]
    [TestCase("inpatient", "spell", "AA35C|day_case|=549 ; LA04P|non_elective_long|=4503 ; LA04P|non_elective_short|=737 ; LA04P|elective|=4485 ; LA04P|day_case|=475")]
    [TestCase("inpatient", "spell", "LA04R|non_elective_long|=2895 ; LA04R|non_elective_short|=581 ; LA04R|elective|=2681 ; LA04R|day_case|=372 ; WJ06G|non_elective_long|=5244")]
    [TestCase("inpatient", "spell", "WJ06G|non_elective_short|=892 ; WJ06G|elective|=6945 ; WJ06G|day_case|=442 ; HE11F|non_elective_long|=6887 ; HE11F|non_elective_short|=1128")]
    [TestCase("inpatient", "spell", "HE11F|elective|=7787 ; WH09F|non_elective_long|=4267 ; WH09F|non_elective_short|=707 ; WH09F|elective|=4283 ; WH09F|day_case|=595")]
    [TestCase("inpatient", "spell", "WD01Z|non_elective_long|=5551 ; WD01Z|non_elective_short|=746 ; WD01Z|elective|=4561 ; WD01Z|day_case|=512 ; WD02Z|non_elective_long|=7425")]
    [TestCase("inpatient", "spell", "WD02Z|non_elective_short|=759 ; WD02Z|elective|=10236 ; WD02Z|day_case|=575 ; KB02H|non_elective_long|=3007 ; KB02H|non_elective_short|=684")]
    [TestCase("inpatient", "spell", "KB02H|elective|=3248 ; KB02H|day_case|=618 ; FD10M|non_elective_long|=2787 ; FD10M|non_elective_short|=539 ; FD10M|elective|=1828 ; FD10M|day_case|=613")]
    [TestCase("inpatient", "spell", "HN12E|non_elective_long|=15608 ; HN12E|non_elective_short|=7124 ; HN12E|elective|=8950 ; HN12E|day_case|=5549 ; HN22D|non_elective_long|=17615")]
    [TestCase("inpatient", "spell", "HN22D|non_elective_short|=8150 ; HN22D|elective|=8466 ; HN22D|day_case|=4974 ; HN22E|non_elective_long|=13701 ; HN22E|non_elective_short|=7487")]
    [TestCase("inpatient", "spell", "HN22E|elective|=8105 ; HN22E|day_case|=5206 ; BZ34B|non_elective_short|=1379 ; BZ34B|elective|=2946 ; BZ34B|day_case|=1438")]
    [TestCase("inpatient", "spell", "FE32Z|non_elective_long|=8029 ; FE32Z|non_elective_short|=965 ; FE32Z|elective|=1419 ; FE32Z|day_case|=840 ; NZ30C|non_elective_long|=5476")]
    [TestCase("inpatient", "spell", "NZ30C|non_elective_short|=2842 ; NZ30C|elective|=3000 ; |non_elective_long|=5416.70 ; |non_elective_short|=825.05 ; |elective|=6685.38")]
    [TestCase("inpatient", "spell", "|day_case|=1077.08 ; |regular|=445.82")]
    [TestCase("inpatient", "day", "XC07Z||=1778.50 ; XC06Z||=1862.81 ; XC05Z||=2573.37 ; XC04Z||=2973.54 ; XC03Z||=3170.83 ; XC02Z||=3321.07 ; XC01Z||=3400.19 ; CRITICAL CARE||=2027.37")]
    [TestCase("community", "contact", "N02AF||=59.65 ; N02AN||=43.08 ; N06AF||=144.69 ; N06AN||=87.09 ; IC01||=125.79 ; IC03||=114.89 ; A08A1||=79.06 ; A06A1||=132.70 ; A13A1||=132.91")]
    [TestCase("community", "contact", "A03||=102.88 ; A09A||=76.83 ; N08AF||=120.35 ; N11AF||=109.97 ; N15AF||=109.29 ; N21AF||=154.55 ; N25AF||=141.53 ; N14AF||=126.32 ; N22AF||=110.46")]
    [TestCase("community", "contact", "N27AF||=46.65 ; N29AF||=93.64 ; N03G||=95.50 ; SCRT||=143.39 ; NCRT||=175.56 ; CHS00||=80.43 ; ||=88.73")]
    [TestCase("mental_health", "contact", "A06||=278.91 ; A02||=356.83 ; A11||=346.01 ; A14||=314.44 ; A17||=252.50 ; A07||=258.36 ; A05||=254.26 ; E01||=409.60 ; A08||=337.51 ; A18||=223.17")]
    [TestCase("mental_health", "contact", "D01||=157.01 ; ||=305.94 ; TALKING THERAPIES||=169.49")]
    [TestCase("outpatient", "attendance", "100|first_face_to_face|=214 ; 100|follow_up_face_to_face|=177 ; 100|first_remote|=112 ; 100|follow_up_remote|=120 ; 101|first_face_to_face|=165")]
    [TestCase("outpatient", "attendance", "101|follow_up_face_to_face|=137 ; 101|first_remote|=68 ; 101|follow_up_remote|=84 ; 110|first_face_to_face|=190 ; 110|follow_up_face_to_face|=154")]
    [TestCase("outpatient", "attendance", "110|first_remote|=120 ; 110|follow_up_remote|=94 ; 120|first_face_to_face|=153 ; 120|follow_up_face_to_face|=125 ; 120|first_remote|=170")]
    [TestCase("outpatient", "attendance", "120|follow_up_remote|=155 ; 130|first_face_to_face|=153 ; 130|follow_up_face_to_face|=123 ; 130|first_remote|=63 ; 130|follow_up_remote|=77")]
    [TestCase("outpatient", "attendance", "300|first_face_to_face|=260 ; 300|follow_up_face_to_face|=223 ; 300|first_remote|=55 ; 300|follow_up_remote|=64 ; 301|first_face_to_face|=236")]
    [TestCase("outpatient", "attendance", "301|follow_up_face_to_face|=190 ; 301|first_remote|=91 ; 301|follow_up_remote|=117 ; 302|first_face_to_face|=281 ; 302|follow_up_face_to_face|=200")]
    [TestCase("outpatient", "attendance", "302|first_remote|=106 ; 302|follow_up_remote|=152 ; 303|first_face_to_face|=295 ; 303|follow_up_face_to_face|=214 ; 303|first_remote|=122")]
    [TestCase("outpatient", "attendance", "303|follow_up_remote|=112 ; 307|first_face_to_face|=267 ; 307|follow_up_face_to_face|=190 ; 307|first_remote|=148 ; 307|follow_up_remote|=108")]
    [TestCase("outpatient", "attendance", "315|first_face_to_face|=428 ; 315|follow_up_face_to_face|=291 ; 315|first_remote|=580 ; 315|follow_up_remote|=163 ; 320|first_face_to_face|=212")]
    [TestCase("outpatient", "attendance", "320|follow_up_face_to_face|=166 ; 320|first_remote|=108 ; 320|follow_up_remote|=90 ; 328|first_face_to_face|=312 ; 328|follow_up_face_to_face|=273")]
    [TestCase("outpatient", "attendance", "328|first_remote|=108 ; 328|follow_up_remote|=125 ; 330|first_face_to_face|=162 ; 330|follow_up_face_to_face|=141 ; 330|first_remote|=61")]
    [TestCase("outpatient", "attendance", "330|follow_up_remote|=79 ; 340|first_face_to_face|=269 ; 340|follow_up_face_to_face|=189 ; 340|first_remote|=119 ; 340|follow_up_remote|=130")]
    [TestCase("outpatient", "attendance", "361|first_face_to_face|=303 ; 361|follow_up_face_to_face|=235 ; 361|first_remote|=71 ; 361|follow_up_remote|=140 ; 370|first_face_to_face|=298")]
    [TestCase("outpatient", "attendance", "370|follow_up_face_to_face|=215 ; 370|first_remote|=207 ; 370|follow_up_remote|=122 ; 400|first_face_to_face|=275 ; 400|follow_up_face_to_face|=192")]
    [TestCase("outpatient", "attendance", "400|first_remote|=123 ; 400|follow_up_remote|=134 ; 410|first_face_to_face|=308 ; 410|follow_up_face_to_face|=178 ; 410|first_remote|=112")]
    [TestCase("outpatient", "attendance", "410|follow_up_remote|=98 ; 420|first_face_to_face|=321 ; 420|follow_up_face_to_face|=272 ; 420|first_remote|=165 ; 420|follow_up_remote|=159")]
    [TestCase("outpatient", "attendance", "430|first_face_to_face|=425 ; 430|follow_up_face_to_face|=292 ; 430|first_remote|=191 ; 430|follow_up_remote|=205 ; 502|first_face_to_face|=204")]
    [TestCase("outpatient", "attendance", "502|follow_up_face_to_face|=173 ; 502|first_remote|=101 ; 502|follow_up_remote|=117 ; 650|first_face_to_face|=88 ; 650|follow_up_face_to_face|=68")]
    [TestCase("outpatient", "attendance", "650|first_remote|=94 ; 650|follow_up_remote|=76 ; 800|first_face_to_face|=243 ; 800|follow_up_face_to_face|=171 ; 800|first_remote|=93")]
    [TestCase("outpatient", "attendance", "800|follow_up_remote|=252")]
    [TestCase("mental_health", "day", "||=837.56")]
    [TestCase("emergency", "incident", "AMBULANCE||=271.98 ; AMBULANCE|HEAR AND TREAT|=62.37 ; AMBULANCE|SEE AND TREAT|=364.35 ; AMBULANCE|SEE AND CONVEY|=489.39")]
    public void A_price_is_the_published_one(string setting, string unit, string published) => Assert.Multiple(() =>
    {
        foreach (var pair in published.Split(" ; ").Select(pair => pair.Split('=')))
        {
            var price = PriceBook.Shipped(PriceBook.Usual)!.Prices.SingleOrDefault(price => price.Setting == setting && price.Unit == unit && price.Key == pair[0]);
            var pounds = decimal.Parse(pair[1], CultureInfo.InvariantCulture);
            // The reference rounds halves either way.
            Assert.That(price?.Pence / 100m, Is.EqualTo(pounds).Within(pair[1].Contains('.', StringComparison.Ordinal) ? 0m : 0.5m), pair[0]);
        }
    });
}
