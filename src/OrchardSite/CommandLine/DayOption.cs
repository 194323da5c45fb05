using System.Globalization;
using Gongkai.Content;

namespace OrchardSite.CommandLine;

/// <summary>A day that is given as an option.</summary>
internal static class DayOption
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>Reads it; false, with a message, when it is none. Null when it was not given.</summary>
    public static bool TryRead(string option, string? text, out DateOnly? day)
    {
        day = null;
        if (text is null)
            return true;
        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
        {
            day = read;
            return true;
        }

        Console.Error.WriteLine($"{option}“{ShortText.Of(text)}”不是日期，应写作 2026-12-31。");
        return false;
    }
}
