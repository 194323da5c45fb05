using System.Text.Json.Nodes;

namespace Gongkai.Content;

/// <summary>公开日期: the day that the law and the reader mean, set at the first publication and kept afterwards.</summary>
public static class PublicationDay
{
    private const string Field = "PublishedOn";

    /// <summary>The item's publication day; set from the time of publication when it has none.</summary>
    /// <param name="part">The part with the field <c>PublishedOn</c>.</param>
    /// <param name="change">The publication.</param>
    /// <param name="site">The site, whose time zone counts.</param>
    public static DateOnly Ensure(JsonObject part, ContentChange change, SiteSettings site)
    {
        if (part.DateField(Field) is { } given)
            return given;
        var day = change.Item.PublishedUtc is { } utc ? site.DayOf(utc) : site.Today;
        part.SetDateField(Field, day);
        return day;
    }
}
