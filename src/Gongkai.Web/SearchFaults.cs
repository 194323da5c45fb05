using Gongkai.Content;
using Gongkai.Web.Languages;

namespace Gongkai.Web;

/// <summary>What a search refuses, in the language of the page.</summary>
public static class SearchFaults
{
    /// <summary>What is wrong and what to do.</summary>
    public static string TextOf(SearchRequestException fault) => PageTexts.Of(fault.Pattern, [.. fault.Values]);
}
