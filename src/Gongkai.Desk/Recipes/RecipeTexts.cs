using Gongkai.Content;
using Gongkai.Desk.Texts;

namespace Gongkai.Desk.Recipes;

/// <summary>Runs of recipes in words.</summary>
internal static class RecipeTexts
{
    public static string StateOf(DeskTexts texts, RecipeRunRecord run) => run switch
    {
        { State: RecipeRunState.Checking } => texts["正在检查"],
        { State: RecipeRunState.Checked, CanRun: true } => texts["检查通过，尚未运行"],
        { State: RecipeRunState.Checked } => texts["检查没有通过"],
        { State: RecipeRunState.Importing } => texts["正在运行"],
        { State: RecipeRunState.Imported } => texts["已完成"],
        { State: RecipeRunState.Failed } => texts["运行中出错"],
        _ => texts["运行被中断"],
    };

    /// <summary>The look of a state's chip; the word says it all the same.</summary>
    public static string ChipOf(RecipeRunRecord run) => run.State switch
    {
        RecipeRunState.Imported => "chip chip-good",
        RecipeRunState.Checked when run.CanRun => "chip",
        RecipeRunState.Checked or RecipeRunState.Failed => "chip chip-bad",
        RecipeRunState.Cut => "chip chip-warn",
        _ => "chip",
    };

    public static string StageOf(DeskTexts texts, RecipeStage stage) => stage switch
    {
        RecipeStage.Reading => texts["读取文件"],
        RecipeStage.Checking => texts["检查各步骤"],
        _ => texts["写入"],
    };

    public static string RefusalOf(DeskTexts texts, RecipeRunRefusedException refused) => refused.Refusal switch
    {
        RecipeRunRefusal.Busy when refused.Other is { } other => texts["{0} 正在检查或运行“{1}”。一次只能运行一个配方，请等它结束后再试。", other.DisplayName, other.File],
        RecipeRunRefusal.Busy => texts["另一个配方正在检查或运行。一次只能运行一个配方，请等它结束后再试。"],
        RecipeRunRefusal.WrongKind => texts["请选择 .json 配方文件、.zip 包，或填写标准目录的 .xlsx、.csv 表格。"],
        RecipeRunRefusal.TooLarge => texts["文件超过 {0} MB。请分成几个配方，或用命令行导入。", IRecipeRuns.MaxUpload / 1024 / 1024],
        RecipeRunRefusal.Empty => texts["文件是空的，请重新选择。"],
        RecipeRunRefusal.NotReady => texts["这个配方现在不能运行：检查没有通过，或者已经运行过。请改好后重新上传。"],
        _ => texts["找不到这个配方，它可能已经被删除。请重新上传。"],
    };

    public static string OutcomeOf(DeskTexts texts, OperationOutcome outcome) => outcome switch
    {
        OperationOutcome.Added => texts["新增"],
        OperationOutcome.Changed => texts["改动"],
        OperationOutcome.Unchanged => texts["不变"],
        _ => texts["拒绝"],
    };
}
