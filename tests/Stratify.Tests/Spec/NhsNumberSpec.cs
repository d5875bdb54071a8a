using System.Text;
using Stratify.Model;

namespace Stratify.Tests.Spec;

/// <summary>Vectors from the NHS Data Dictionary's modulus 11 rule, worked by hand.</summary>
public sealed class NhsNumberSpec
{
    [TestCase("9434765919", ExpectedResult = NhsNumberStatus.Valid)]
    [TestCase("943 476 5919", ExpectedResult = NhsNumberStatus.Valid)]
    [TestCase("999-000-0018", ExpectedResult = NhsNumberStatus.Valid)]
    [TestCase("9990000123", ExpectedResult = NhsNumberStatus.Valid)]
    [TestCase("9990000019", ExpectedResult = NhsNumberStatus.WrongCheckDigit)]
    [TestCase("9876543211", ExpectedResult = NhsNumberStatus.WrongCheckDigit)]
    [TestCase("999000001", ExpectedResult = NhsNumberStatus.NineDigits)]
    [TestCase("101-010-001", ExpectedResult = NhsNumberStatus.NineDigits)]
    [TestCase("99900000", ExpectedResult = NhsNumberStatus.Malformed)]
    [TestCase("-9990000018", ExpectedResult = NhsNumberStatus.Malformed)]
    [TestCase("999\u00A0000\u00A00018", ExpectedResult = NhsNumberStatus.Valid)]
    [TestCase("99900000181", ExpectedResult = NhsNumberStatus.Malformed)]
    [TestCase("9.990000018E9", ExpectedResult = NhsNumberStatus.Scientific)]
    [TestCase("9.99E+09", ExpectedResult = NhsNumberStatus.Scientific)]
    [TestCase("9e9", ExpectedResult = NhsNumberStatus.Scientific)]
    [TestCase("9.99E", ExpectedResult = NhsNumberStatus.Malformed)]
    [TestCase("E9", ExpectedResult = NhsNumberStatus.Malformed)]
    [TestCase("1111111111", ExpectedResult = NhsNumberStatus.Placeholder)]
    [TestCase("0123456789", ExpectedResult = NhsNumberStatus.Placeholder, Description = "0*10 + 1*9 + ... + 8*2 is 156, of which 11 leaves 2: the check digit is right")]
    [TestCase("987 654 3210", ExpectedResult = NhsNumberStatus.Placeholder, Description = "330, of which 11 leaves nothing")]
    [TestCase("", ExpectedResult = NhsNumberStatus.Blank)]
    [TestCase("   ", ExpectedResult = NhsNumberStatus.Blank)]
    public NhsNumberStatus Reads_what_a_field_holds(string text) => NhsNumber.Read(Encoding.UTF8.GetBytes(text), out _);

    [Test]
    public void A_prefix_whose_check_digit_would_be_ten_has_no_number()
    {
        Assert.Multiple(() =>
        {
            Assert.That(NhsNumber.TestNumber(0), Is.EqualTo(-1));
            Assert.That(NhsNumber.TestNumber(1), Is.EqualTo(9990000018));
            Assert.That(NhsNumber.TestNumber(14), Is.EqualTo(-1));
        });
    }
}
