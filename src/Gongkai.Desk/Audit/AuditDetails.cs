using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gongkai.Content;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Audit;

/// <summary>The details of a row as lines that people read: what it is, and what it says.</summary>
internal static class AuditDetails
{
    private const int MaxNames = 20;

    /// <summary>The lines; details that cannot be read are one line, as they are.</summary>
    /// <param name="record">The row.</param>
    /// <param name="texts">The words.</param>
    /// <param name="timeOf">A point in time as people read it.</param>
    public static IReadOnlyList<(string Label, string Text)> Of(AuditRecord record, DeskTexts texts, Func<DateTime?, string> timeOf)
    {
        if (record.Details.Length == 0)
            return [];
        try
        {
            return JsonNode.Parse(record.Details) is JsonObject details ? [.. details.Select(one => ((record.Action == AuditActions.ReviewStepTaken ? ReviewLabelOf(one.Key, texts) : null) ?? LabelOf(one.Key, texts), TextOfDetail(one.Key, one.Value, texts, timeOf))).Where(line => line.Item2.Length > 0)] : [("", record.Details)];
        }
        catch (JsonException)
        {
            return [("", record.Details)];
        }
    }

    /// <summary>The version that a row's version came from or went before it, to compare the two; null when there is none.</summary>
    public static string? EarlierVersionOf(AuditRecord record)
    {
        try
        {
            return record.Details.Length > 0 && JsonNode.Parse(record.Details) is JsonObject details ? details.Text("basedOn") ?? details.Text("replaced") ?? details.Text("restored") : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string LabelOf(string name, DeskTexts texts) => name switch
    {
        "basedOn" => texts["依据的版本"],
        "replaced" => texts["取代的版本"],
        "restored" => texts["取自版本"],
        "published" => texts["原已发布的版本"],
        "validity" => texts["有效性"],
        "conflict" => texts["他人的新版本"],
        "errors" => texts["原因"],
        "faults" => texts["原因"],
        "change" => texts["改动"],
        "problems" => texts["原因"],
        "outcome" => texts["结果"],
        "versions" => texts["版本数"],
        "added" => texts["新增"],
        "changed" => texts["改动"],
        "unchanged" => texts["不变"],
        "removed" => texts["删去"],
        "types" => texts["类型"],
        "parts" => texts["部件"],
        "items" => texts["内容"],
        "files" => texts["文件"],
        "parameters" => texts["参数"],
        "rows" => texts["记录条数"],
        "from" => texts["起始"],
        "to" => texts["截止"],
        "first" => texts["从第几号"],
        "last" => texts["到第几号"],
        "hash" => texts["末条校验值"],
        "fingerprint" => texts["指纹"],
        "bytes" => texts["字节数"],
        "reason" => texts["原因"],
        "roles" => texts["角色"],
        "permission" => texts["所需权限"],
        "what" => texts["操作"],
        "user" => texts["用户"],
        "item" => texts["内容编号"],
        "result" => texts["结果"],
        "external" => texts["统一登录"],
        "schedule" => texts["定时"],
        "due" => texts["时间"],
        "way" => texts["撤下方式"],
        "target" => texts["指向"],
        "page" => texts["页面"],
        "remark" => texts["怎样处理的"],
        "report" => texts["网页纠错"],
        "count" => texts["条数"],
        _ => name,
    };

    private static string? ReviewLabelOf(string name, DeskTexts texts) => name switch
    {
        "graph" => texts["审核流程"],
        "step" => texts["办理"],
        "from" => texts["原环节"],
        "to" => texts["到环节"],
        "remark" => texts["意见"],
        "insteadOf" => texts["代谁办理"],
        "writers" => texts["起草和改过的人"],
        "mode" => texts["认定的公开属性"],
        "proposed" => texts["原拟的公开属性"],
        "ground" => texts["依据"],
        _ => null,
    };

    private static string TextOfStep(string step, DeskTexts texts) => step switch
    {
        nameof(ReviewStepKind.Written) => texts["修改"],
        nameof(ReviewStepKind.Forwarded) => texts["通过"],
        nameof(ReviewStepKind.Returned) => texts["退回"],
        nameof(ReviewStepKind.Scheduled) => texts["定时"],
        nameof(ReviewStepKind.Published) => texts["发布"],
        nameof(ReviewStepKind.Owed) => texts["没有同步的另一半"],
        nameof(ReviewStepKind.Settled) => texts["另一半补上了"],
        _ => step,
    };

    private static string TextOfDetail(string name, JsonNode? value, DeskTexts texts, Func<DateTime?, string> timeOf) => name switch
    {
        "schedule" => value?.ToString() == nameof(ScheduleAction.Publish) ? texts["定时发布"] : texts["定时归档撤下"],
        "step" => TextOfStep(value?.ToString() ?? "", texts),
        "due" when value is null => texts["已取消"],
        "due" => FieldJson.TryParseInstant(value.ToString(), out var due) ? timeOf(due) : value.ToString(),
        "way" => value?.ToString() switch
        {
            nameof(WithdrawalWay.Mistake) => texts["误发"],
            nameof(WithdrawalWay.Replaced) => texts["被替代"],
            var other => other ?? "",
        },
        _ => TextOf(name, value, texts),
    };

    private static string TextOf(string name, JsonNode? value, DeskTexts texts) => value switch
    {
        null => "",
        JsonArray { Count: > MaxNames } many => texts["{0} 等 {1} 项", string.Join('、', many.Take(MaxNames).Select(one => TextOf("", one, texts))), many.Count],
        JsonArray all => string.Join(all.All(one => one is JsonObject) ? "；" : "、", all.Select(one => TextOf("", one, texts))),
        JsonObject error when error.Text("message") is { } message => error.Text("path") is { Length: > 0 } path ? $"{path}：{message}" : message,
        JsonObject all => string.Join("；", all.Select(one => $"{InnerLabelOf(one.Key, texts)} {TextOf("", one.Value, texts)}")),
        JsonValue one when name == "reason" => one.ToString() switch
        {
            "unknown" or "no such account" => texts["账户不存在"],
            "locked" => texts["账户已锁定"],
            "wrong password or code" => texts["密码或验证码不对"],
            var other => other,
        },
        JsonValue one when one.GetValueKind() == JsonValueKind.True => texts["是"],
        JsonValue one when name == "outcome" => one.ToString() == "added" ? texts["新增"] : texts["改动"],
        JsonValue one when one.TryGetValue<long>(out var number) => number.ToString(CultureInfo.InvariantCulture),
        _ => value.ToString(),
    };

    private static string InnerLabelOf(string name, DeskTexts texts) => name switch
    {
        "added" => texts["新增"],
        "changed" => texts["改动"],
        "removed" => texts["删去"],
        "granted" => texts["授予"],
        "taken" => texts["收回"],
        "role" => texts["角色"],
        _ => name,
    };
}
