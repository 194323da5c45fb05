using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>An item's owner, which is in its envelope.</summary>
internal sealed class CommonEditor : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => "common";

    /// <inheritdoc/>
    public override bool IsAside => true;

    /// <inheritdoc/>
    public override bool IsOfEnvelope => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Owner"];

    /// <inheritdoc/>
    public override bool IsShown(Edited edited, EditorContext context) => context.Depth == 0;

    /// <inheritdoc/>
    public override string? ReadOnlyReason(Edited edited, EditorContext context) => context.MayChangeOwner ? null : context.Text("只有管理员可以改。");

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set("Owner", value.Text("Owner") ?? "");

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) => value["Owner"] = form.Get("Owner").Trim();

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => new TextLine(frame)
    {
        View = "Text",
        Property = "Owner",
        Label = context.Text("所有者"),
        Hint = context.Text("负责这条内容的账号。"),
    };
}
