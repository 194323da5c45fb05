using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Gongkai.Storage.Postgres.Migrations;

/// <summary>What readers say is wrong, and how useful they find pages.</summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261126020100_Feedback")]
internal sealed class Feedback : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            name: "ErrorReports",
            columns: table => new
            {
                Id = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                TimeUtc = table.Column<DateTime>(nullable: false),
                Page = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                ContentItemId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Title = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Passage = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Message = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Contact = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Language = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                ClosedUtc = table.Column<DateTime>(nullable: true),
                ClosedBy = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Remark = table.Column<string>(collation: PostgresContext.Collation, nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_ErrorReports", x => x.Id));

        migrationBuilder.CreateTable(
            name: "UsefulCounts",
            columns: table => new
            {
                Day = table.Column<DateOnly>(nullable: false),
                ContentItemId = table.Column<string>(collation: PostgresContext.Collation, nullable: false),
                Yes = table.Column<long>(nullable: false),
                No = table.Column<long>(nullable: false)
            },
            constraints: table => table.PrimaryKey("PK_UsefulCounts", x => new { x.Day, x.ContentItemId }));

        migrationBuilder.CreateIndex(
            name: "IX_ErrorReports_ContentItemId",
            table: "ErrorReports",
            column: "ContentItemId");

        migrationBuilder.CreateIndex(
            name: "IX_ErrorReports_ClosedUtc_TimeUtc",
            table: "ErrorReports",
            columns: ["ClosedUtc", "TimeUtc"]);
    }

    protected override void Down(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.DropTable(name: "UsefulCounts");
        migrationBuilder.DropTable(name: "ErrorReports");
    }
}
