using System.Globalization;

namespace Gongkai.Web.Languages;

/// <summary>Days as pages write them.</summary>
public static class PageDates
{
    /// <summary>A day in a list: <c>2021-12-31</c>, in English <c>31 Dec 2021</c>; empty for none.</summary>
    public static string Short(DateOnly? day) => day is not { } given ? ""
        : PageLanguage.Current == PageLanguage.English ? given.ToString("d MMM yyyy", PageLanguage.English.Culture) : Machine(given);

    /// <summary>A day in a sentence: <c>2021年12月31日</c>, in English <c>31 December 2021</c>.</summary>
    public static string Long(DateOnly day) =>
        PageLanguage.Current == PageLanguage.English ? day.ToString("d MMMM yyyy", PageLanguage.English.Culture) : day.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture);

    /// <summary>A day as <c>datetime</c> has it.</summary>
    public static string Machine(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
