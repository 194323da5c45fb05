namespace Gongkai.Search.Log;

/// <summary>Tells queries that look like a person's number: of an identity card, a telephone, a bank card. They are not kept.</summary>
/// <remarks>Better one count too few than one number too many: what might be one is one. Takes folded text, in which full-width digits are plain ones.</remarks>
internal static class PrivateNumbers
{
    private const int IdentityLength = 18;
    private const int MobileLength = 11;
    private const int ShortestCard = 16;
    private const int LongestCard = 19;
    private const int LongestNumber = 22;

    // People write numbers in groups: 138 0013 8000, (0512) 6522-1234.
    private const string Separators = " -–—‐−.·()_+,";

    private static readonly int[] IdentityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Whether one is in a folded text.</summary>
    public static bool Has(ReadOnlySpan<char> folded)
    {
        var (digits, groups) = (new char[folded.Length], new List<Range>());
        for (var i = 0; i < folded.Length; i++)
        {
            if (!char.IsAsciiDigit(folded[i]))
                continue;
            groups.Clear();
            i = ReadGroups(folded, i, digits, groups);
            if (HasIn(digits, groups) || IsLocalTelephone(folded, digits.AsSpan(0, groups[^1].End.Value)))
                return true;
        }

        return false;
    }

    /// <summary>Reads numbers with nothing between them but what parts groups of digits.</summary>
    /// <returns>Where they end.</returns>
    private static int ReadGroups(ReadOnlySpan<char> folded, int start, Span<char> digits, List<Range> groups)
    {
        var (length, begun) = (0, 0);
        var i = start;
        for (; i < folded.Length; i++)
        {
            // The last digit of an identity card may be an x.
            if (char.IsAsciiDigit(folded[i]) || folded[i] == 'x')
            {
                digits[length++] = folded[i];
                continue;
            }

            if (!Separators.Contains(folded[i], StringComparison.Ordinal))
                break;
            Close();
        }

        Close();
        return i;

        void Close()
        {
            if (length > begun)
                groups.Add(begun..length);
            begun = length;
        }
    }

    /// <summary>Whether some neighbouring groups together are one.</summary>
    private static bool HasIn(ReadOnlySpan<char> digits, List<Range> groups)
    {
        for (var first = 0; first < groups.Count; first++)
        {
            var start = groups[first].Start.Value;
            for (var last = first; last < groups.Count && (last == first || groups[last].End.Value - start <= LongestNumber); last++)
            {
                if (IsPrivate(digits[start..groups[last].End.Value]))
                    return true;
            }
        }

        return false;
    }

    private static bool IsPrivate(ReadOnlySpan<char> digits)
    {
        for (var start = 0; start + IdentityLength <= digits.Length; start++)
        {
            if (IsIdentity(digits.Slice(start, IdentityLength)))
                return true;
        }

        foreach (var piece in digits.Split('x'))
        {
            if (IsTelephone(digits[piece]) || IsCard(digits[piece]))
                return true;
        }

        return false;
    }

    /// <summary>Whether the last digit checks the others (GB 11643).</summary>
    private static bool IsIdentity(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < IdentityWeights.Length; i++)
        {
            if (!char.IsAsciiDigit(digits[i]))
                return false;
            sum += (digits[i] - '0') * IdentityWeights[i];
        }

        return digits[^1] == "10x98765432"[sum % 11];
    }

    private static bool IsTelephone(ReadOnlySpan<char> digits)
    {
        foreach (var country in (ReadOnlySpan<string>)["0086", "86"])
        {
            if (digits.StartsWith(country, StringComparison.Ordinal) && digits.Length > MobileLength - 1)
                return IsMobile(digits[country.Length..]) || IsLandline(digits[country.Length..]) || IsLandline(['0', .. digits[country.Length..]]);
        }

        return IsMobile(digits) || IsLandline(digits);
    }

    private static bool IsMobile(ReadOnlySpan<char> digits) => digits.Length == MobileLength && digits[0] == '1' && digits[1] >= '3';

    /// <summary>An area code (010, 02x, 03xx to 09xx) and seven or eight digits.</summary>
    private static bool IsLandline(ReadOnlySpan<char> digits) => digits.Length >= 10 && digits[0] == '0'
        && (digits[1] is '1' or '2' ? digits.Length is 10 or 11 : digits[1] >= '3' && digits.Length is 11 or 12);

    /// <summary>Seven or eight digits and nothing else that are no date.</summary>
    private static bool IsLocalTelephone(ReadOnlySpan<char> all, ReadOnlySpan<char> digits)
    {
        if (digits.Length is not (7 or 8) || digits.Contains('x') || digits[0] is < '2' or > '8' || all.Trim().Length > digits.Length + 1)
            return false;
        return digits.Length == 7 || !DateOnly.TryParseExact(digits, "yyyyMMdd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _);
    }

    /// <summary>Whether the last digit checks the others (Luhn's, ISO/IEC 7812).</summary>
    private static bool IsCard(ReadOnlySpan<char> digits)
    {
        if (digits.Length is < ShortestCard or > LongestCard)
            return false;
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[^(i + 1)] - '0';
            digit = i % 2 == 0 ? digit : digit * 2;
            sum += digit > 9 ? digit - 9 : digit;
        }

        return sum % 10 == 0;
    }
}
