using System.Text.Json.Nodes;
using Gongkai.Content;

namespace Gongkai.Desk.Editing;

/// <summary>A short name by which templates and recipes find an item.</summary>
internal sealed class AliasEditor : ValueEditor
{
    /// <inheritdoc/>
    public override string Name => "alias";

    /// <inheritdoc/>
    public override bool IsAside => true;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Properties { get; } = ["Alias"];

    /// <inheritdoc/>
    public override void Read(Edited edited, JsonObject value, FormScope form, EditorContext context) => form.Set("Alias", value.Text("Alias") ?? "");

    /// <inheritdoc/>
    public override void Write(Edited edited, FormScope form, JsonObject value, EditorContext context) => value["Alias"] = form.Get("Alias").Trim();

    /// <inheritdoc/>
    public override Editor Describe(Edited edited, Editor frame, EditorContext context) => new TextLine(frame)
    {
        View = "Text",
        Property = "Alias",
        Label = context.Text("别名"),
        Hint = context.Text("供模板和数据引用的短名，全站唯一，一般不必填写。"),
    };
}
