using Gongkai.Content;

namespace Gongkai.Review.Standing;

/// <summary>The disclosure mode that a reviewer decides, with its ground (Regulation Art. 13 to 16, 19).</summary>
/// <param name="Mode">One of <see cref="Modes"/>.</param>
/// <param name="Ground">The legal ground of anything but 主动公开; else empty.</param>
public sealed record ModeDecision(string Mode, string Ground)
{
    /// <summary>How long a ground may be, in characters.</summary>
    public const int MostGround = 500;

    private const string Part = "DisclosureEntry";
    private const string ModeField = "DisclosureMode";
    private const string GroundField = "NonDisclosureGround";

    /// <summary>The modes.</summary>
    public static IReadOnlyList<string> Modes { get; } = [Publicity.Proactive, "依申请公开", "不予公开"];

    /// <summary>Whether an item has a mode at all.</summary>
    public static bool Concerns(ContentItem item) => item.ContentType == Part;

    /// <summary>What the item says now: the drafter's proposal, or what was decided.</summary>
    public static ModeDecision Of(ContentItem item) => new(item.Part(Part)?.TextField(ModeField) ?? "", item.Part(Part)?.TextField(GroundField) ?? "");

    /// <summary>What is wrong with it, for people; null when it can be decided so.</summary>
    public Wording? Fault() => Mode.Length == 0 ? new("请认定公开属性：主动公开、依申请公开或不予公开。")
        : !Modes.Contains(Mode) ? new("“{0}”不是公开属性，应是主动公开、依申请公开或不予公开。", Mode)
        : Mode != Publicity.Proactive && string.IsNullOrWhiteSpace(Ground) ? new("认定为“{0}”要写明依据（法律法规的条款）。", Mode)
        : Ground.Length > MostGround ? new("依据最多 {0} 个字符，这里有 {1} 个。", MostGround, Ground.Length)
        : !StorableText.IsStorable(Ground) ? new("依据里有不能保存的字符，请删去后再试。")
        : null;

    /// <summary>A copy of an item that says so.</summary>
    public ContentItem ApplyTo(ContentItem item)
    {
        var copy = item.Clone();
        var entry = copy.EnsurePart(Part);
        entry.SetTextField(ModeField, Mode);
        entry.SetTextField(GroundField, Mode == Publicity.Proactive ? null : Ground.Trim());
        return copy;
    }
}
