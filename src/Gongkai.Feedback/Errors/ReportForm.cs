using Gongkai.Web;

namespace Gongkai.Feedback.Errors;

/// <summary>What somebody filled in about an error, and what is wrong with that.</summary>
/// <param name="Page">The page; empty when it is none of this site.</param>
/// <param name="Passage">The words that are wrong.</param>
/// <param name="Message">What is wrong about them.</param>
/// <param name="Contact">How to reach whoever says it.</param>
internal sealed record ReportForm(string Page, string Passage, string Message, string Contact)
{
    public const int LongestPassage = 500;
    public const int LongestMessage = 2000;
    public const int LongestContact = 100;

    /// <summary>Takes it from what was typed.</summary>
    public static ReportForm Of(string? page, string? passage, string? message, string? contact) =>
        new(page ?? "", PublicForms.Clean(passage), PublicForms.Clean(message), PublicForms.Clean(contact).ReplaceLineEndings(" "));

    /// <summary>By field what is wrong with it; empty when it can be taken.</summary>
    public IReadOnlyDictionary<string, string> Faults
    {
        get
        {
            var faults = new Dictionary<string, string>(StringComparer.Ordinal);
            if (Page.Length == 0)
                faults["page"] = "这不是本站页面的地址，应写作 /entries/… 或完整的网址。";
            if (Passage.Length > LongestPassage)
                faults["passage"] = "原文最多 500 字，请只写有错的那一句。";
            if (Message.Length == 0 && Passage.Length == 0)
                faults["message"] = "请写明哪里有错。";
            else if (Message.Length > LongestMessage)
                faults["message"] = "说明最多 2000 字，请写短一些。";
            if (Contact.Length > LongestContact)
                faults["contact"] = "联系方式最多 100 字。";
            return faults;
        }
    }
}
