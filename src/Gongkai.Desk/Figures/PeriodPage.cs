using Gongkai.Content;
using Gongkai.Desk.Shell;
using Gongkai.Review.Figures;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;

namespace Gongkai.Desk.Figures;

/// <summary>A page about a period, which its address says: a year, or two days.</summary>
internal abstract class PeriodPage : DeskPage
{
    [BindProperty(SupportsGet = true, Name = "year")]
    public string? Year { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public string? To { get; set; }

    /// <summary>The period; null when it cannot be read.</summary>
    public FigurePeriod? Period { get; private set; }

    /// <summary>What is wrong with the period; null when nothing is.</summary>
    public PeriodFault? Fault { get; private set; }

    /// <summary>What the field of the first day shows: a field for days takes nothing else.</summary>
    public string? FromShown => Period?.FromText ?? DayOrNone(From);

    /// <summary>What the field of the last day shows.</summary>
    public string? ToShown => Period?.ToText ?? DayOrNone(To);

    /// <summary>What is wrong with it, in words.</summary>
    public string FaultText => Fault switch
    {
        PeriodFault.Year => L["年份应写作四位数字，从 {0} 到 {1}。", FigurePeriod.FirstYear, FigurePeriod.LastYear],
        PeriodFault.From => L["开始日期应写作 2026-03-01。"],
        PeriodFault.To => L["结束日期应写作 2026-03-01。"],
        _ => L["结束日期不能早于开始日期。"],
    };

    /// <summary>The parameters of the period for links, with others.</summary>
    public Dictionary<string, string> RouteOf(params (string Name, string Value)[] others)
    {
        var route = others.ToDictionary(other => other.Name, other => other.Value, StringComparer.Ordinal);
        if (Period is { Year: { } year })
            route["year"] = year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        else if (Period is { } period)
            (route["from"], route["to"]) = (period.FromText, period.ToText);
        return route;
    }

    /// <summary>Reads the period of the address.</summary>
    protected bool ReadPeriod()
    {
        var today = HttpContext.RequestServices.GetRequiredService<SiteSettings>().Today;
        PeriodFault? fault = null;
        Period = string.IsNullOrWhiteSpace(Year + From + To) ? UsualPeriod(today) : FigurePeriod.Read(Year, From, To, today, out fault);
        Fault = fault;
        return Period is not null;
    }

    private static string? DayOrNone(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out _) ? text : null;

    /// <summary>The period when the address says none: this year.</summary>
    protected virtual FigurePeriod UsualPeriod(DateOnly today) => FigurePeriod.OfYear(today.Year);
}
