using System.Globalization;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Review.Figures;

namespace Gongkai.Review.Tests.Figures;

/// <summary>What counts as 审核认定 in a period that begins on the 10th: a step a piece, as «day kind from&gt;to mode».</summary>
public sealed class ReviewedDocumentTests
{
    private const string Submit = "11 F draft>mode;";

    [Theory]
    // Decided in the period, published or not yet.
    [InlineData(Submit + "12 F mode>secrecy 主动公开", "主动公开 12")]
    [InlineData(Submit + "12 F mode>secrecy 不予公开;13 F secrecy>sign;14 P sign>published", "不予公开 12")]
    [InlineData(Submit + "12 F mode>secrecy 主动公开;13 S release>release", "主动公开 12")]
    // Decided on the first moment of it, and just before.
    [InlineData("09 F draft>mode;10 F mode>secrecy 主动公开", "主动公开 10")]
    [InlineData("08 F draft>mode;09 F mode>secrecy 主动公开", null)]
    [InlineData("08 F draft>mode;09 F mode>secrecy 主动公开;12 F secrecy>sign;13 P sign>published", null)]
    // Not decided.
    [InlineData("11 W draft>draft", null)]
    [InlineData(Submit + "12 F mode>secrecy", null)]
    [InlineData("", null)]
    // A decision falls with a step back to where it was taken or before, and with an edit; not with one back to a later stage.
    [InlineData(Submit + "12 F mode>secrecy 主动公开;13 R secrecy>mode", null)]
    [InlineData(Submit + "12 F mode>secrecy 主动公开;13 F secrecy>sign;14 R sign>draft", null)]
    [InlineData(Submit + "12 F mode>secrecy 主动公开;13 W secrecy>draft", null)]
    [InlineData(Submit + "12 F mode>secrecy 主动公开;13 F secrecy>sign;14 R sign>secrecy", "主动公开 12")]
    // Decided again it counts once, as it was decided last.
    [InlineData(Submit + "12 F mode>secrecy 主动公开;13 R secrecy>mode;14 F mode>secrecy 依申请公开", "依申请公开 14")]
    [InlineData(Submit + "12 F mode>secrecy 主动公开;13 P sign>published;14 W published>draft;15 F draft>mode;16 F mode>secrecy 不予公开", "不予公开 16")]
    // Sent back from a later stage and decided again: that it goes on to that stage is no step back.
    [InlineData(Submit + "12 F mode>secrecy 主动公开;13 F secrecy>sign;14 R sign>draft;15 F draft>mode;16 F mode>secrecy 主动公开;17 F secrecy>sign;18 P sign>published", "主动公开 16")]
    // What was published stays decided, whatever becomes of the next round.
    [InlineData(Submit + "12 F mode>secrecy 主动公开;13 P sign>published;14 W published>draft", "主动公开 12")]
    [InlineData(Submit + "12 F mode>secrecy 主动公开;13 P sign>published;14 F draft>mode;15 F mode>secrecy 不予公开;16 R secrecy>draft", "主动公开 12")]
    // The stages of the round before do not count as passed.
    [InlineData("01 F draft>mode;02 F mode>sign;03 P sign>published;11 F sign>mode;12 F mode>secrecy 主动公开;13 R secrecy>draft", "主动公开 12")]
    public void A_document_counts_once_by_the_last_decision_that_stood(string history, string? expected)
    {
        var found = ReviewedDocument.Of([.. history.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(StepOf)], new(2026, 3, 10, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(expected, found is null ? null : $"{found.Mode} {found.AtUtc.Day}");
    }

    private static ReviewStep StepOf(string text)
    {
        var parts = text.Split(' ');
        var stages = parts[2].Split('>');
        return new("a", "v", parts[1] switch { "F" => ReviewStepKind.Forwarded, "R" => ReviewStepKind.Returned, "W" => ReviewStepKind.Written, "S" => ReviewStepKind.Scheduled, _ => ReviewStepKind.Published })
        {
            From = stages[0],
            To = stages[1],
            AtUtc = new(2026, 3, int.Parse(parts[0], CultureInfo.InvariantCulture), 0, 0, 0, DateTimeKind.Utc),
            Details = parts.Length > 3 ? new JsonObject { ["mode"] = parts[3] } : null,
        };
    }
}
