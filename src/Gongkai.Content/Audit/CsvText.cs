using System.Text;

namespace Gongkai.Content;

/// <summary>A text in a CSV file (RFC 4180), such as a spreadsheet takes for a text.</summary>
public static class CsvText
{
    // A spreadsheet takes what begins so for a formula.
    private const string Formulas = "=+-@\t\r";

    /// <summary>The text, quoted where it has to be; with <c>'</c> before what looks like a formula.</summary>
    public static string Of(string text)
    {
        var safe = text.Length > 0 && Formulas.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : new StringBuilder(safe).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }
}
